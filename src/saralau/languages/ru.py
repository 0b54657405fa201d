"""Russian, as Kazakh, Kyrgyz, Tajik and other statutes use it."""

from __future__ import annotations

import re

from saralau.languages.model import Amending, Citing, Language, Numerals, Offending, Structure

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

CITING = Citing(
    stems=re.compile(r"част[иьея]|пункт|стат[ье]|ст\.|ч\.|п\."),
    units={
        "article": r"стат(?:ьями|ьях|ьям|ьей|ьёй|ьи|ье|ью|ья|ей)\b|ст\.",
        "part": r"част(?:ями|ях|ям|ью|ей|и|ь)\b|ч\.",
        "point": r"(?:под)?пункт(?:ами|ах|ам|ов|ом|а|у|е|ы)?\b|пп\.|п\.",
    },
    this=r"(?:настоящ(?:ей|его|ему|им|ем|их|ими)|этой|этого)\b",
    own_act=r"кодекс(?:а|у|ом|е)\b|закон(?:а|у|ом|е)\b",
    joints=r",|\bи\b|\bили\b|\bлибо\b|\bа также\b|\bа равно\b",
    number=r"[0-9]+(?:-[0-9]+)*+\)?",
    widest_last=True,
)

OFFENDING = Offending(
    same_act=re.compile(r"(?:^\W*|то есть )(?:то|те|та|тот) же [а-яё]+"),
    extending_before=re.compile(r"(?:предусмотренн[а-яё]{2,3}|обстоятельствах,? указанн[а-яё]{2,3}),? (?:в )?$"),
    extending_after=None,
    head_first=True,
    qualifying=re.compile(r"\s*:|\s*,\s*(?:совершенн|повлекш|причинивш|сопряженн|предусмотренн|если )"),
    excepting=re.compile(r"случа(?:я|ев|ях|ем|и)\b|исключени|кроме|признак"),
    sanction_words=("наказыва",),
    sanction_inside=re.compile(r"[–-]\s*(?=наказыва[ею]тся\b)|(?<=,)\s*(?=наказыва[ею]тся\b)"),
    negligence=re.compile(r"по неосторожности|неосторожн|небрежн"),
    intent=re.compile(r"умышленн|заведомо|с целью|в целях|с умыслом"),
)

AMENDING = Amending(
    actions={
        "announced": re.compile(r"предусматрива[ею]тся|предусмотрен[аоы]? "),
        "ruled": re.compile(r"постановлением конституционного"),
        "introduced": re.compile(r"дополнен[аоы]? стать|дополнен[аоы]? глав|дополнена в соответствии"),
        "excluded": re.compile(r"исключен[аоы]?\b"),
        "reworded": re.compile(r"в (?:новой )?редакции"),
        "amended": re.compile(r"изменени|заменен|дополнени"),
    },
    heading=re.compile(r"заголовок|наименование"),
)

RUSSIAN = Language(
    code="ru",
    name="русский",
    numerals=NUMERALS,
    structure=STRUCTURE,
    citing=CITING,
    offending=OFFENDING,
    amending=AMENDING,
    letters=frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
)
