"""Russian, as Kazakh, Kyrgyz, Tajik and other statutes use it."""

from __future__ import annotations

import re

from saralau.languages.model import Language, Numerals, Structure

NUMERALS = Numerals(cardinals={}, ordinals={}, multiples={})

STRUCTURE = Structure(
    divisions={
        "code_part": re.compile(r"(?:общая|особенная) часть\W*$"),
        "section": re.compile(r"раздел\s+([0-9]+(?:-[0-9]+)*|[ivxl]+)\.?(?:\s+|$)"),
        "chapter": re.compile(r"глава\s+([0-9]+(?:-[0-9]+)*|[ivxl]+)\.?(?:\s+|$)"),
        "paragraph": re.compile(r"(?:параграф|§) ?([0-9]+(?:-[0-9]+)*)\.?(?:\s+|$)"),
    },
    article=re.compile(r"статья\s+([0-9]+(?:-[0-9]+)*)\.(?:\s+|$)"),
    part=re.compile(r"([0-9]+(?:-[0-9]+)*)\.(?![0-9])\s*"),
    point=re.compile(r"([0-9]+(?:-[0-9]+)*|[а-яё])\)\s*"),
    bare_point=re.compile(r"([0-9]+(?:-[0-9]+)*) (?=[а-яё]{2})"),
    own_note=re.compile(r"примечани[ея]\s*[.:]\s*"),
    editor_note=re.compile(r"сноска\b|примечание\s+[а-яё]{2,8}\s*!"),
    either_note=None,
    amending=re.compile(r"закон(?:ом|ами|а)(?: \S+){0,3} от "),
    excluded=re.compile(r"\(?исключен[аоы]?\b"),
    excluded_article=re.compile(r"статья [0-9-]+ исключена"),
    closing=re.compile(r"^наказыва[ею]тся\b"),
)

RUSSIAN = Language(
    code="ru",
    name="русский",
    numerals=NUMERALS,
    structure=STRUCTURE,
    letters=frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
)
