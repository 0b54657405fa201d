"""Kazakh in Cyrillic script, as statutes use it."""

from __future__ import annotations

import re

from saralau.languages.model import Amending, Citing, Language, Numerals, Offending, Structure

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

CITING = Citing(
    stems=re.compile(r"ба[пб]|бөлі[кг]|тарма[қғ]"),
    units={
        "article": r"ба(?:птарының|птарында|птарымен|птары|птардың|птарда|птар|птың|пта|птан|пқа|пты|п|бының|бында|бына|бынан|бын|бы|б\.)",
        "part": r"бөлі(?:ктерінің|ктерінде|ктеріне|ктерімен|ктері|ктердің|ктерде|ктер|ктің|кте|ктен|кке|кті|к|гінің|гінде|гіне|гінен|гін|гі)|бөл\.",
        "point": r"тарма(?:қтарының|қтарында|қтарына|қтары|қтардың|қтарда|қтар|қтың|қта|қтан|ққа|қты|қ|ғының|ғында|ғына|ғынан|ғын|ғы)|тарм\.",
    },
    this=r"\bосы\b",
    own_act=r"кодекс(?:тің|те|ке|ті|тен)?\b|заң(?:ның|да|ға|ды)?\b",
    joints=r",|\bжәне\b|\bнемесе\b|\bне\b|\bмен\b|\bсондай-ақ\b",
    number=r"[0-9]+(?:-[0-9]+)*+\)?-?",
    widest_last=False,
)

OFFENDING = Offending(
    same_act=re.compile(r"(?:дәл|нақ) (?:сол|осындай)\s*,?\s*(?:іс-)?(?:әрекет|бұзушылық|қылмыс)"),
    extending_before=None,
    extending_after=re.compile(
        r"\s*(?:көзделген(?!\s*(?:жағдай|мән-жай|мақсат))|(?:көрсетілген|аталған)\s*,?\s*(?:мән-жай|(?:іс-)?әрекет))"
    ),
    head_first=False,
    qualifying=re.compile(r"[а-яәғқңөұүһі](?:ған|ген|қан|кен),?\s*$"),
    excepting=re.compile(r"(?!)"),
    sanction_words=("мерзімге", "айлық есептік", "тәркіленіп", "құқығынан", "өмір бойына бас"),
    sanction_inside=re.compile(r"\s[–-]\s+(?=\S)"),
    negligence=re.compile(r"абайсызда|абайсыздан|ұқыпсыз|немқұрай"),
    intent=re.compile(r"қасақана|көрінеу|мақсатында|мақсатымен"),
)

AMENDING = Amending(
    actions={
        "announced": re.compile(r"көзделген|көзделіп отыр"),
        "ruled": re.compile(r"конституциялық (?:сот|кеңес)"),
        "introduced": re.compile(r"баппен толықтырыл|тараумен толықтырыл"),
        "excluded": re.compile(r"алып таст"),
        "reworded": re.compile(r"жаңа редакция|редакцияда"),
        "amended": re.compile(r"өзгеріс|толықтыру|ауыстырыл"),
    },
    heading=re.compile(r"тақырыб"),
)

KAZAKH = Language(
    code="kk",
    name="қазақша",
    numerals=NUMERALS,
    structure=STRUCTURE,
    citing=CITING,
    offending=OFFENDING,
    amending=AMENDING,
    letters=frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"),
)
