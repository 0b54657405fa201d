"""English, as states translate codes of the same drafting into it and as treaties are written.

Unverified: no official English text of a code is in hand; it is tested on a treaty and on an act of our own.
"""

from __future__ import annotations

import re

from saralau.languages.model import (
    Amending,
    Citing,
    Form,
    Inflecting,
    Language,
    Naming,
    Numerals,
    Offending,
    Orders,
    Punishing,
    Structure,
)

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]

NUMERALS = Numerals(
    cardinals={
        **{word: value for value, word in enumerate((*_UNITS, *_TEENS), 1)},
        **{word: value for value, word in _TENS.items()},
        **{f"{tens}-{unit}": value + add for value, tens in _TENS.items() for add, unit in enumerate(_UNITS, 1)},
        "hundred": 100,
        "thousand": 1000,
    },
    ordinals={word: value for value, word in enumerate(_ORDINALS, 1)},
    ordinal_said=dict(enumerate(_ORDINALS, 1)),
)

_RULES = (
    r"(?:rules|regulations?|instructions?|list|procedures?|methodology|standards?|charter|requirements|criteria|forms?|plan|"
    r"programme|concept|passport)(?!\w)"
)

ORDERS = Orders(
    formula=re.compile(r"(?<!\w)(?:i |we )?(?:hereby )?(?:orders?|resolves?|decrees?|decides?|has decided|directs?)\s?:$"),
    kinds=re.compile(r"(?:joint )?(?:order|resolution|directive|decision|decree)(?!\w)"),
    rules=re.compile(rf"(?:the |model |general )?{_RULES}"),
    annex=re.compile(
        r"(?:annex|appendix|schedule)(?:\s(?:no\. ?)?(?P<number>[0-9]+(?:-[0-9]+)*|[ivxl]+|[a-z])(?!\w))?(?:\s+to\s.{2,300}(?<![.;:,]))?\.?$"
    ),
    approved=re.compile(
        r"approved by (?:the )?(?:joint )?(?:order|resolution|directive|decision|decree)(?!\w).{0,300}(?<![.;:,])$"
    ),
    cited=re.compile(rf"\s(?:of|to|in)\s(?:(?P<this>these|this|the said)\s|the\s)?(?P<rules>(?:model\s)?{_RULES})"),
    approving=re.compile(r"approved by"),
    inner=re.compile(rf"(?<!\w)to\s+(?:the |these )?(?:[a-z-]+\s+){{0,2}}?{_RULES}"),
)

STRUCTURE = Structure(
    divisions={
        "code_part": re.compile(r"(?:general|special) part\W*$"),
        "section": re.compile(r"section\s+([0-9]+(?:-[0-9]+)*|[ivxl]+)\.?(?:\s+|$)"),
        "chapter": re.compile(r"chapter\s+([0-9]+(?:-[0-9]+)*|[ivxl]+)\.?(?:\s+|$)"),
        "paragraph": re.compile(r"(?:title|paragraph|§)\s*([0-9]+(?:-[0-9]+)*|[ivxl]+)\.?(?:\s+|$)"),
    },
    article=re.compile(r"article\s+([0-9]+(?:[-.][0-9]+)*)(?:\.(?![0-9])\s*|\s+[–-]\s+|\s*$)"),
    part=re.compile(r"([0-9]+(?:-[0-9]+)*)\.(?![0-9])\s*"),
    point=re.compile(r"\(?([0-9]+(?:-[0-9]+)*|[a-z])\)\s*"),
    bare_point=re.compile(r"([0-9]+(?:-[0-9]+)*) (?=[a-z]{2})"),
    own_note=re.compile(r"notes?\s*[.:]\s*"),
    editor_note=re.compile(r"footnote\b|editors' note\b"),
    either_note=None,
    amending=re.compile(r"\blaws? (?:\S+ ){0,4}(?:of|dated|no)\b"),
    excluded=re.compile(r"\(?(?:excluded|repealed|deleted)\b"),
    excluded_article=re.compile(r"article [0-9-]+ (?:(?:is|was|has been) )?(?:excluded|repealed)"),
    annex=re.compile(r"(?:annex|appendix|schedule)(?: ([0-9]+(?:-[0-9]+)*|[ivxl]+|[a-z]))?\.?$"),
    closing=re.compile(r"^(?:is|are|shall be) punish(?:able|ed)\b"),
    own_notes=re.compile(r"notes\b"),
    orders=ORDERS,
)

CITING = Citing(
    stems="article art part para point subpoint this the",
    units={
        "article": r"articles?\b|arts?\.",
        "part": r"(?:part|paragraph)s?\b|para\.",
        "point": r"(?:sub)?points?\b",
    },
    this=r"this\b|the present\b",
    own_act=r"code\b|law\b|convention\b",
    joints=r",|\band\b|\bor\b|\bas well as\b",
    number=r"[0-9]+(?:-[0-9]+|[¹²³⁰-⁹]+)*+(?:\([0-9]{1,2}(?:-[0-9]+)?\)|\([a-z]{1,4}\))+|[0-9]+(?:-[0-9]+|[¹²³⁰-⁹]+)*+\)?|(?:"
    + "|".join([*_UNITS, *_TEENS[:3]])
    + r")\b",
    widest_last=True,
    ranges=r"[–-]|\bto\b|\bthrough\b",
    filler=r"of\b|the\b",
)

OFFENDING = Offending(
    same_act=re.compile(r"(?:^\W*|that is,? )the same (?:acts?|actions?|deeds?)\b"),
    extending_before=re.compile(r"(?:provided for|specified|stipulated) (?:by|in) (?:the )?$"),
    extending_after=None,
    head_first=True,
    qualifying=re.compile(r"\s*:|,?\s*(?:committed|entailing|causing|if |which )"),
    excepting=re.compile(r"(?:cases|except|save|absence of).{0,60}$"),
    sanction_words=("punish",),
    sanction_inside=re.compile(r"[–-]\s*(?=(?:is|are|shall be) punish)|(?<=,)\s*(?=(?:is|are|shall be) punish)"),
    alternatives=re.compile(r",? (?:as well as|or else) |, or "),
    formulae=re.compile(
        r"(?<!\w)(?:the same (?:acts?|actions?|deeds?)|acts?|actions?|deeds?|provided for|specified|stipulated|parts?|paragraphs?|points?|"
        r"articles?|this|code|first|second|third|fourth|fifth|sixth|[0-9]+(?:-[0-9]+)*\)?|or|and|if|when|they|it|committed|entailing|entailed|"
        r"causing|caused|which|that|has|have|been|by|in|of|the|an?|on|with|against|for|to|other|intentional(?:ly)?|negligence)(?!\w)|[.,:;–-]"
    ),
    proviso=None,
    negligence=re.compile(r"negligen|careless"),
    intent=re.compile(r"intentional|knowingly|with (?:the )?(?:intent|purpose|aim)|for the purpose"),
    knowing=re.compile(r"knowingly"),
)

_RIGHT = "[with] deprivation of the right to hold certain <posts|positions> or [to] engage in certain <activities|activity>"
_ACTIVITY = "[with] deprivation of the right to engage in certain <activities|activity>"
_TERM = "[for] [a] [the] [term] [period] [of]"
_AMOUNT = "[in] [the] [amount] [of]"
_INDICES = "monthly calculation <indices|indexes>"
_EXPULSION = "[with] expulsion of a foreigner or stateless person from the republic of {word}"

PUNISHING = Punishing(
    forms=(
        Form("fine", f"[by] [a] fine {_AMOUNT} up to {{max}} {_INDICES}", "mci"),
        Form("fine", f"[by] [a] fine {_AMOUNT} from {{min}} to {{max}} {_INDICES}", "mci"),
        Form("fine", f"[by] [a] fine {_AMOUNT} {{fixed}} {_INDICES}", "mci"),
        Form("fine", f"[by] [a] fine {_AMOUNT} from {{min}} to {{max}} times {{sum}}", "times"),
        Form("fine", f"[by] [a] fine {_AMOUNT} up to {{max}} times {{sum}}", "times"),
        Form("fine", f"[by] [a] fine {_AMOUNT} {{fixed}} times {{sum}}", "times"),
        Form("correctional_works", "[by] correctional <labour|labor> in the same amount", same=True),
        Form("correctional_works", f"[by] correctional <labour|labor> {_AMOUNT} up to {{max}} {_INDICES}", "mci"),
        Form("correctional_works", f"[by] correctional <labour|labor> {_AMOUNT} from {{min}} to {{max}} {_INDICES}", "mci"),
        Form("community_service", f"[by] community service {_TERM} up to {{max}} hours", "hours"),
        Form("community_service", f"[by] community service {_TERM} from {{min}} to {{max}} hours", "hours"),
        Form("arrest", f"[by] arrest {_TERM} up to {{max}} days", "days"),
        Form("arrest", f"[by] arrest {_TERM} from {{min}} to {{max}} days", "days"),
        Form("restriction", f"[by] restriction of <liberty|freedom> {_TERM} up to {{max}} <years|year>", "years"),
        Form("restriction", f"[by] restriction of <liberty|freedom> {_TERM} from {{min}} [year] to {{max}} years", "years"),
        Form("restriction", f"[by] restriction of <liberty|freedom> {_TERM} up to {{max}} months", "months"),
        Form("restriction", "[by] restriction of <liberty|freedom> for the same term", same=True),
        Form("deprivation", "[by] <deprivation of liberty|imprisonment> for the same term", same=True),
        Form("deprivation", f"[by] <deprivation of liberty|imprisonment> {_TERM} up to {{max}} <years|year>", "years"),
        Form(
            "deprivation",
            f"[by] <deprivation of liberty|imprisonment> {_TERM} from {{min}} [year] to {{max}} years",
            "years",
        ),
        Form("deprivation", f"[by] <deprivation of liberty|imprisonment> {_TERM} up to {{max}} months", "months"),
        Form("deprivation", "[by] <deprivation of liberty for life|life imprisonment>", life=True),
        Form("death", "[by] [the] death penalty"),
        Form("confiscation", "[with] confiscation of property"),
        Form("deprivation_of_right", f"{_RIGHT} for life", life=True),
        Form("deprivation_of_right", f"{_RIGHT} {_TERM} up to {{max}} years", "years"),
        Form("deprivation_of_right", f"{_RIGHT} {_TERM} from {{min}} to {{max}} years", "years"),
        Form("deprivation_of_right", f"{_RIGHT} {_TERM} {{fixed}} <years|year>", "years"),
        Form("deprivation_of_right", f"{_ACTIVITY} {_TERM} up to {{max}} years", "years", qualifier="activities_only"),
        Form("citizenship", "[with] deprivation of citizenship [of the republic of {word}]"),
        Form("expulsion", _EXPULSION),
        Form("expulsion", f"{_EXPULSION} {_TERM} {{fixed}} years", "years"),
    ),
    sums={
        "bribe": "the amount of the bribe",
        "stolen_property": "the value of the stolen property",
        "unpaid_payments": "the amount of the unpaid payments to the budget",
        "transferred_value": "the amount of the money or the value of the property transferred",
        "received_income": "the amount of the income received",
        "currency_values": "the amount of the currency values taken out, sent or transferred",
    },
    verb="is punishable|are punishable|shall be punishable|is punished|are punished|shall be punished",
    either="or",
    optional={"or without it": ()},
    condition=("in the cases provided for by", ""),
    condition_said="and in the cases provided for by point {point})",
    condition_next="point {point})",
    condition_elsewhere="and in the cases provided for by point {point}) of part {part} of this article",
    circumstances={"aggravating": "and under aggravating circumstances"},
    joints="and",
    names_first=True,
    slips=(),
    meaningless=(
        (r"(?:is|are|shall be) punish(?:able|ed)", "is punishable"),
        (r"\b(?:by|with|for|in|a|the|of|amount|term|period|year|this part)\b", " "),
        (r"\bfreedom\b", "liberty"),
        (r"\blabor\b", "labour"),
        (r"\bindexes\b", "indices"),
        (r"republic \w+", ""),
        (r"[,.;–-]", " "),
    ),
)

AMENDING = Amending(
    opening=r"foot ?note|note",
    effects={
        "elsewhere": r"amended in the [a-z]{3,12} text only",
        "introduced": r"supplemented (?:by|with)|introduced|inserted",
        "excluded": r"excluded",
        "repealed": r"repealed",
        "reworded": r"(?:is )?in the (?:new )?(?:wording|version|edition)",
        "replaced_words": r"replaced",
        "amended": r"(?:is |was |as )?amended|amendments? made",
    },
    announced=r"is (?:to be|provided to be)",
    title=r"title|heading",
    filler=r"laws?|code|of|by|and|in accordance with|dated|the|is|as|[a-z]{2,3}(?= (?:dated|of))",
    in_force=(
        ("days", r"enter(?:s|ed)? into force {count} calendar days after (?:the day of )?its first official publication"),
        ("months", r"enter(?:s|ed)? into force {count} months after (?:the day of )?its first official publication"),
        ("days", r"in force {count} calendar days after (?:its )?(?:first )?(?:official )?publication"),
        ("months", r"in force {count} months after (?:its )?(?:first )?(?:official )?publication"),
        ("on", r"(?:enter(?:s|ed)? into force on|in force from) {date}"),
    ),
    whole_text=r"throughout the text",
    ruling=r"by (?:the )?(?:normative )?(?:resolution|ruling) of the constitutional (?:court|council)",
    verdict=r"found (?:not )?to conform to the constitution",
    contrary=r"found not",
)

NAMING = Naming(
    months=dict(
        enumerate(
            [
                "january",
                "february",
                "march",
                "april",
                "may",
                "june",
                "july",
                "august",
                "september",
                "october",
                "november",
                "december",
            ],
            1,
        )
    ),
    dates=(
        r"(?P<day>[0-9]{1,2})\s+(?P<month>{months})\s+(?P<year>[0-9]{4})",
        r"(?P<year>[0-9]{4})\b",
    ),
    kinds={
        "code": r"codes?\b",
        "law": r"(?:laws?|acts?)\b",
        "constitution": r"constitution\b",
        "decree": r"decrees?\b",
        "resolution": r"resolutions?\b",
        "order": r"orders?\b",
        "judgment": r"(?:judgment|ruling)s?\b",
        "treaty": r"(?:convention|charter|agreement|treaty|protocol)s?\b",
    },
    issuers={"president": r"president\b", "government": r"government\b", "supreme_court": r"supreme court\b"},
    filler=r"(?:of|the|dated|normative)\b",
    offices=(
        r"(?:[a-z.-]{2,20}\s){0,2}?(?:minister|ministry|chairman|chairperson|prosecutor|committee|agency|board|bank|mayor|head|"
        r"director|council|commission)[a-z, –-]{0,200}?(?=\s+(?:of|dated)\s+[0-9]{1,2}[\s.])"
    ),
    own=r"(?:this|the present)\b",
    short=re.compile(r"\s*\((?:hereinafter|hereafter)(?:,? referred to as)?,?\s*[–-]?\s*(?:the )?[\"“]?([^\W\d_]+)"),
    stems="code law act constitution decree resolution order convention charter agreement treaty treaties protocol judgment ruling president government supreme this the",
)

# Number, tense and -ion, as far as letters tell them; a final e goes with them, and y is spelt as before an ending.
INFLECTING = Inflecting(
    ending=re.compile(r"(?:(?<![sui])s|'s|e|ed|ing|ion)$"),
    shortest=3,
    chained=True,
    alternations=(("y", "i"), *((letter * 2, letter) for letter in "bdgmnprt")),
    irregular={"children": "child", "women": "woman", "men": "man", "data": "data", "stolen": "steal", "stole": "steal"},
)

ENGLISH = Language(
    code="en",
    iso3="eng",
    name="English",
    numerals=NUMERALS,
    structure=STRUCTURE,
    citing=CITING,
    naming=NAMING,
    threats=(OFFENDING, PUNISHING),
    amending=AMENDING,
    letters=frozenset("abcdefghijklmnopqrstuvwxyz"),
    verified=False,
    inflecting=INFLECTING,
)
