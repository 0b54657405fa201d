"""German: the frame of an act and its references. How it threatens punishment is not encoded."""

from __future__ import annotations

import re

from saralau.languages.model import Amending, Citing, Language, Naming, Numerals, Structure

_ORDINALS = [
    "erst",
    "zweit",
    "dritt",
    "viert",
    "fünft",
    "sechst",
    "siebent",
    "acht",
    "neunt",
    "zehnt",
    "elft",
    "zwölft",
    "dreizehnt",
    "vierzehnt",
    "fünfzehnt",
    "sechzehnt",
    "siebzehnt",
    "achtzehnt",
    "neunzehnt",
    "zwanzigst",
    "einundzwanzigst",
    "zweiundzwanzigst",
    "dreiundzwanzigst",
    "vierundzwanzigst",
    "fünfundzwanzigst",
    "sechsundzwanzigst",
    "siebenundzwanzigst",
    "achtundzwanzigst",
    "neunundzwanzigst",
    "dreißigst",
]
_ORDINAL = "|".join(sorted((f"{stem}er" for stem in _ORDINALS), key=len, reverse=True))
_NUMBER = "[0-9]+[a-z]?"

NUMERALS = Numerals(
    cardinals={},
    ordinals={
        f"{stem}{ending}": value for value, stem in enumerate(_ORDINALS, 1) for ending in ("er", "e", "en", "es", "em")
    },
    ordinal_said={value: f"{stem}e" for value, stem in enumerate(_ORDINALS, 1)},
)

STRUCTURE = Structure(
    divisions={
        "code_part": re.compile(r"(?:allgemeiner|besonderer) teil\W*$"),
        "section": re.compile(rf"({_ORDINAL}|{_NUMBER})\.? abschnitt(?:\s*[–-])?(?:\s+|$)"),
        "chapter": re.compile(rf"({_ORDINAL}|{_NUMBER})\.? titel(?:\s*[–-])?(?:\s+|$)"),
    },
    article=re.compile(rf"§\s*({_NUMBER})\s+(?!(?:abs|satz|nr|nummer|oder|und|bis|des|der)\b)(?=[\w(])"),
    part=re.compile(rf"\(({_NUMBER})\)\s*"),
    point=re.compile(rf"({_NUMBER})\.\s+"),
    bare_point=re.compile(r"(?!)"),
    own_note=re.compile(r"(?!)"),
    editor_note=re.compile(r"fußnote\b|\(\+\+\+"),
    either_note=None,
    amending=re.compile(r"\bgesetz(?:es)? "),
    excluded=re.compile(r"\(?(?:weggefallen|aufgehoben)\b"),
    excluded_article=re.compile(r"(?!)"),
    annex=re.compile(r"anlage(?: ([0-9]+[a-z]?))?\.?$"),
    closing=re.compile(r"^wird (?:\S+ ){0,20}bestraft|^mit freiheitsstrafe"),
)

CITING = Citing(
    stems="§ paragraph art abs nummer nr dies",
    units={
        "article": r"§§?|paragraph(?:en)?\b|artikel[ns]?\b|art\.",
        "part": r"absatz(?:es)?\b|absätzen?\b|absätze\b|abs\.",
        "point": r"nummern?\b|nrn?\.",
    },
    this=r"dies(?:er|es|em)\b",
    own_act=r"gesetz(?:es|buchs|buches|buch)?\b",
    joints=r",|\bund\b|\boder\b|\bsowie\b",
    number=_NUMBER + r"(?![\w.])|" + _NUMBER + r"(?=\.(?:\s|$))",
    widest_last=False,
    ranges=r"[–-]|\bbis\b",
    number_first=False,
    filler=r"des\b|der\b|den\b|dem\b",
)

AMENDING = Amending(
    opening=r"fußnote|anmerkung",
    effects={"excluded": r"weggefallen|aufgehoben", "reworded": r"neu ?gefasst", "amended": r"geändert"},
    announced=r"wird künftig",
    title=r"überschrift",
    filler=r"durch|gesetz|art\.|g|v\.",
)

NAMING = Naming(
    months=dict(
        enumerate(
            [
                "januar",
                "februar",
                "märz",
                "april",
                "mai",
                "juni",
                "juli",
                "august",
                "september",
                "oktober",
                "november",
                "dezember",
            ],
            1,
        )
    ),
    dates=(r"(?P<day>[0-9]{1,2})\.\s*(?P<month>{months})\s+(?P<year>[0-9]{4})",),
    kinds={
        "code": r"gesetzbuch(?:e?s)?\b",
        "law": r"gesetz(?:es|e)?\b",
        "treaty": r"übereinkommens?\b",
    },
    issuers={},
    filler=r"(?:vom|des|der)\b",
    own=r"dies(?:es|er|em)\b",
    stems="gesetz übereinkommen dies",
    short=re.compile(r"\s*\(im folgenden:?\s*([^\W\d_]+)\)"),
)

GERMAN = Language(
    code="de",
    iso3="deu",
    name="Deutsch",
    numerals=NUMERALS,
    structure=STRUCTURE,
    citing=CITING,
    naming=NAMING,
    threats=None,
    amending=AMENDING,
    letters=frozenset("abcdefghijklmnopqrstuvwxyzäöüß"),
    compounds=True,
    unsigned={"ä": "a", "ö": "o", "ü": "u", "ß": "ss"},
)
