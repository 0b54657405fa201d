"""Kazakh in Cyrillic script, as statutes use it."""

from __future__ import annotations

import re

from saralau.languages.model import (
    Amending,
    Citing,
    Form,
    Language,
    Numerals,
    Offending,
    Punishing,
    Structure,
)

_CARDINALS = {
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10, "жиырма": 20,
    "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90, "жүз": 100, "мың": 1000,
}  # fmt: skip
_ORDINALS = "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы".split()

NUMERALS = Numerals(
    cardinals=_CARDINALS,
    ordinals={word: value for value, word in enumerate(_ORDINALS, 1)},
    ordinal_said=dict(enumerate(_ORDINALS, 1)),
)

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

_POSTS = "белгілі [бір] <лауазымдарды|лауазымды|лауазымдарда|лаузымдарды> атқару"
_RIGHT = f"{_POSTS} немесе белгілі бір қызметпен айналысу құқығынан"
_BOTH_RIGHTS = f"{_POSTS} және белгілі бір қызметпен айналысу құқығынан"
_BANKING = (
    "{min} жылдан қаржы ұйымының, банк және (немесе) сақтандыру холдингінің басшы қызметкері лауазымын атқаруға және қаржы "
    "ұйымының ірі қатысушысы (ірі акционері) болуға өмір бойына тыйым салу белгіленгенге дейінгі мерзімге"
)
_ACTIVITY = "белгілі бір қызметпен айналысу құқығынан"
_UP_TO = "{max} <жылға|жыл> <дейінгі|дейін> [мерзімге] [мерзімде]"
_FROM_TO = "{min} <жылдан|жыл> {max} <жылға|жыл> <дейінгі|дейін> [мерзімге]"
_ABLATIVE = "<дан|ден|тан|тен|нан|нен>"

PUNISHING = Punishing(
    forms=(
        Form("fine", "{max} айлық есептік көрсеткішке дейінгі мөлшерде айыппұл [салуға]", "mci"),
        Form("fine", f"{{min}}{_ABLATIVE} {{max}} айлық есептік көрсеткішке дейінгі мөлшерде айыппұл [салуға]", "mci"),
        Form(
            "fine",
            f"{{min}}{_ABLATIVE} {{max}}<ға|ге|қа|ке> дейінгі айлық есептік көрсеткіш мөлшеріндегі айыппұл [салуға]",
            "mci",
        ),
        Form("fine", "{fixed} айлық есептік көрсеткіш мөлшерінде айыппұл [салуға]", "mci"),
        Form("fine", "{sum} {min} еселенгеннен {max} еселенгенге дейінгі [сомасы] [мөлшерінде] [мөлшерде] айыппұл [салуға]", "times"),
        Form("fine", "{sum} {fixed} <еселенген|есе> [сомасы] [мөлшерінде] [мөлшерде] айыппұл [салуға]", "times"),
        Form("correctional_works", "сол мөлшерде <түзеу|түзету> <жұмыстарына|жүмыстарына>", same=True),
        Form("correctional_works", "{max} айлық есептік көрсеткішке дейінгі мөлшерде <түзеу|түзету> жұмыстарына", "mci"),
        Form("community_service", "{max} сағатқа дейінгі мерзімге қоғамдық жұмыстарға [тартуға]", "hours"),
        Form("community_service", "{min} сағаттан {max} сағатқа дейінгі мерзімге қоғамдық жұмыстарға [тартуға]", "hours"),
        Form("arrest", "{max} тәулікке дейінгі мерзімге қамаққа алуға", "days"),
        Form("arrest", "{min} тәуліктен {max} тәулікке дейінгі мерзімге қамаққа алуға", "days"),
        Form("restriction", f"{_UP_TO} бас бостандығын шектеуге", "years"),
        Form("restriction", f"{_FROM_TO} бас бостандығын шектеуге", "years"),
        Form("restriction", "{fixed} жыл [мерзімге] бас бостандығын шектеуге", "years"),
        Form("deprivation", "сол мерзімге бас бостандығынан айыруға", same=True),
        Form("deprivation", f"{_UP_TO} бас бостандығынан айыруға", "years"),
        Form("deprivation", f"{_FROM_TO} бас <бостандығынан|бостандығын> айыруға", "years"),
        Form("deprivation", "{fixed} жыл [мерзімге] бас бостандығынан айыруға", "years"),
        Form("deprivation", "өмір <бойына|бойы> бас бостандығынан айыруға", life=True),
        Form("deprivation", "бас бостандығынан өмір <бойына|бойы> айыруға", life=True),
        Form("death", "өлім жазасына"),
        Form(None, _FROM_TO, "years"),
        Form("confiscation", "<мүлкі тәркіленіп|мүлкін тәркілеп|мүлкін тәркіленіп>"),
        Form("deprivation_of_right", f"{_RIGHT} өмір <бойына|бойы> айыра [да] отырып", life=True),
        Form("deprivation_of_right", f"{_RIGHT} {_UP_TO} айыра [да] отырып", "years"),
        Form("deprivation_of_right", f"{_RIGHT} {_FROM_TO} айыра [да] отырып", "years"),
        Form("deprivation_of_right", f"{_RIGHT} {{fixed}} жыл [мерзімге] айыра [да] отырып", "years"),
        Form("deprivation_of_right", f"{_RIGHT} {{max}} айға дейінгі мерзімге айыра [да] отырып", "months"),
        Form(
            "deprivation_of_right",
            f"{_RIGHT} {_BANKING} айыра [да] отырып",
            "years",
            life=True,
            qualifier="financial_institution_posts",
        ),
        Form("deprivation_of_right", f"{_BOTH_RIGHTS} {_UP_TO} айыра [да] отырып", "years", qualifier="posts_and_activities"),
        Form("deprivation_of_right", f"{_ACTIVITY} {_UP_TO} айыра [да] отырып", "years", qualifier="activities_only"),
        Form("deprivation_of_right", f"{_ACTIVITY} өмір <бойына|бойы> айыра [да] отырып", life=True, qualifier="activities_only"),
        Form("citizenship", "[{word}] [республикасының] азаматтығынан айыра [да] отырып"),
        Form(
            "expulsion",
            "шетелдікті немесе азаматтығы жоқ адамды [{word}] [республикасының] шегінен тысқары жерге "
            "{fixed} жыл мерзімге шығарып жібере отырып",
            "years",
        ),
        Form(
            "expulsion",
            "шетелдікті немесе азаматтығы жоқ адамды [{word}] [республикасының] шегінен тысқары жерге шығарып жібере отырып",
        ),
    ),
    sums={
        "bribe": "параның",
        "stolen_property": "жымқырылған мүліктің",
        "unpaid_payments": "бюджетке түспеген төлемдер сомасының",
        "transferred_value": "берілген ақша сомасының немесе берілген мүлік құнының",
        "received_income": "алынған кіріс сомасының",
        "currency_values": "валюталық құндылықтардың",
    },
    verb="жазаланады",
    either="не",
    optional={"немесе онсыз": ()},
    condition=("ал", "көзделген жағдайларда"),
    condition_said="ал {point}) тармақта көзделген жағдайларда",
    condition_next="{point}) тармақта көзделген жағдайларда",
    condition_elsewhere="ал осы баптың {part} бөлігінің {point}) тармағында көзделген жағдайларда",
    circumstances={"aggravating": "ал ауырлататын мән-жайлар болған кезде"},
    joints="",
    names_first=False,
    slips=("лаузымдарды", "лауазымдарда", "жүмыстарына", "мүлкін", "бостандығын айыруға"),
    meaningless=(
        (r"салуға|тартуға|мерзімге|мерзімде|сомасы(?!н)|мөлшерінде|мөлшерде", ""),
        (r"лауазымды |лауазымдарда |лаузымдарды ", "лауазымдарды "),
        (r"белгілі лауазымдарды", "белгілі бір лауазымдарды"),
        (r"айыра да отырып", "айыра отырып"),
        (r"түзету ж", "түзеу ж"),
        (r"жүмыстарына", "жұмыстарына"),
        (r"мүлкін тәркілеп|мүлкін тәркіленіп", "мүлкі тәркіленіп"),
        (r"бас бостандығын айыруға", "бас бостандығынан айыруға"),
        (r"бас бостандығынан өмір бойына айыруға", "өмір бойына бас бостандығынан айыруға"),
        (r"(?<=[0-9])(?:дан|ден|тан|тен|нан|нен)\b", "дан"),
        (r"(?<=[0-9])(?:ға|ге|қа|ке) дейінгі айлық есептік көрсеткіш мөлшеріндегі", " айлық есептік көрсеткішке дейінгі"),
        (r"жылға дейінгі|жыл дейінгі|жылға дейін", "жылға дейінгі"),
        (r"жылдан", "жыл"),
        (r"өмір бойы\b", "өмір бойына"),
        (r"[а-яәғқңөұүһі]+ республикасының", ""),
        (r"[,.;–-]", " "),
    ),
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
    punishing=PUNISHING,
    amending=AMENDING,
    letters=frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"),
)
