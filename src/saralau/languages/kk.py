"""Kazakh in Cyrillic script, as statutes use it."""

from __future__ import annotations

import re

from saralau.languages.model import Language, Numerals, Structure

NUMERALS = Numerals(cardinals={}, ordinals={}, multiples={})

STRUCTURE = Structure(
    divisions={
        "code_part": re.compile(r"(?:жалпы|ерекше) бөлі[км]\W*$"),
        "section": re.compile(r"([0-9]+(?:-[0-9]+)*|[ivxl]+)-бөлім\.?(?:\s+|$)"),
        "chapter": re.compile(r"([0-9]+(?:-[0-9]+)*|[ivxl]+)-тарау\.?(?:\s+|$)"),
        "paragraph": re.compile(r"([0-9]+(?:-[0-9]+)*)-параграф\.?(?:\s+|$)"),
    },
    article=re.compile(r"([0-9]+(?:-[0-9]+)*)-бап\.(?:\s+|$)"),
    part=re.compile(r"([0-9]+(?:-[0-9]+)*)\.(?![0-9])\s*"),
    point=re.compile(r"([0-9]+(?:-[0-9]+)*|[а-яәғқңөұүһі])\)\s*"),
    bare_point=re.compile(r"([0-9]+(?:-[0-9]+)*) (?=[а-яәғқңөұүһі]{2})"),
    own_note=re.compile(r"ескерт(?:пе|пелер|у|улер)\s*[.:]\s*"),
    editor_note=re.compile(r"[а-яәғқңөұүһі]{2,8}-?(?:ның|нің)? ескертпесі\s*!"),
    either_note=re.compile(r"ескерту\."),
    amending=re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{4} ?№"),
    excluded=re.compile(r"\(?алып таст(?:алды|алған)\b"),
    excluded_article=re.compile(r"[0-9-]+-бап(?: \S+){0,3}? алып таст"),
    closing=re.compile(r"жазаланады\W*$"),
)

KAZAKH = Language(
    code="kk",
    name="қазақша",
    numerals=NUMERALS,
    structure=STRUCTURE,
    letters=frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"),
)
