"""Russian, as Kazakh, Kyrgyz, Tajik and other statutes use it."""

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
    1: "одного одной одному один одна одно одну одним",
    2: "двух двумя дву два две",
    3: "трех тремя три",
    4: "четырех четырьмя четыре",
    5: "пяти пятью пять",
    6: "шести шестью шесть",
    7: "семи семью семь",
    8: "восьми восемью восемь",
    9: "девяти девятью девять",
    10: "десяти десятью десять",
    11: "одиннадцати одиннадцать",
    12: "двенадцати двенадцать",
    13: "тринадцати тринадцать",
    14: "четырнадцати четырнадцать",
    15: "пятнадцати пятнадцать",
    16: "шестнадцати шестнадцать",
    17: "семнадцати семнадцать",
    18: "восемнадцати восемнадцать",
    19: "девятнадцати девятнадцать",
    20: "двадцати двадцатью двадцать",
    30: "тридцати тридцать",
    40: "сорока сорок",
    50: "пятидесяти пятьдесят",
    60: "шестидесяти шестьдесят",
    70: "семидесяти семьдесят",
    80: "восьмидесяти восемьдесят",
    90: "девяноста девяносто",
    100: "ста сто",
    200: "двухсот двести",
    300: "трехсот триста",
    400: "четырехсот четыреста",
    500: "пятисот пятьсот",
    600: "шестисот шестьсот",
    700: "семисот семьсот",
    800: "восьмисот восемьсот",
    900: "девятисот девятьсот",
    1000: "тысячами тысячам тысяча тысячи тысяче тысячу тысяч",
}
_ORDINALS = [
    "перв",
    "втор",
    "треть",
    "четверт",
    "пят",
    "шест",
    "седьм",
    "восьм",
    "девят",
    "десят",
    "одиннадцат",
    "двенадцат",
]
_ORDINAL_ENDINGS = ["ой", "ая", "ую", "ый", "ого", "ому", "ым", "ом", "ые", "ых", "ыми"]
_THIRD_ENDINGS = ["ей", "я", "ю", "ий", "его", "ему", "им", "ем", "и", "их", "ими"]

NUMERALS = Numerals(
    cardinals={form: value for value, forms in _CARDINALS.items() for form in forms.split()},
    ordinals={
        stem + ending: value
        for value, stem in enumerate(_ORDINALS, 1)
        for ending in (_THIRD_ENDINGS if stem == "треть" else _ORDINAL_ENDINGS)
    }
    | {"третий": 3, "второй": 2, "шестой": 6},
    ordinal_said={value: stem + ("ей" if stem == "треть" else "ой") for value, stem in enumerate(_ORDINALS, 1)},
)

STRUCTURE = Structure(
    divisions={
        "code_part": re.compile(r"(?:общая|особенная) часть\W*$"),
        "section": re.compile(r"раздел\s+([0-9]+(?:-[0-9]+)*|[ivxl]+)\.?(?:\s+|$)"),
        "chapter": re.compile(r"глава\s+([0-9]+(?:-[0-9]+)*|[ivxl]+)\.?(?:\s+|$)"),
        "paragraph": re.compile(r"(?:параграф|§) ?([0-9]+(?:-[0-9]+)*)\.?(?:\s+|$)"),
    },
    article=re.compile(r"статья\s+([0-9]+(?:[-.][0-9]+)*)\.(?![0-9])\s*"),
    part=re.compile(r"([0-9]+(?:-[0-9]+)*)\.(?![0-9])\s*"),
    point=re.compile(r"([0-9]+(?:-[0-9]+)*|[а-яё])\)\s*"),
    bare_point=re.compile(r"([0-9]+(?:-[0-9]+)*) (?=[а-яё]{2})"),
    own_note=re.compile(r"примечани[ея]\s*[.:]\s*"),
    editor_note=re.compile(r"сноска\b|примечание\s+[а-яё]{2,8}\s*!"),
    either_note=re.compile(r"ескерту\.|статья [0-9-]+ (?:с изменени|в редакции|дополнена|исключена)"),
    amending=re.compile(r"закон(?:ом|ами|а)(?: \S+){0,3} от "),
    excluded=re.compile(r"\(?исключен[аоы]?\b"),
    excluded_article=re.compile(r"статья [0-9-]+ исключена"),
    annex=re.compile(r"приложени[ея](?: ?№? ?([0-9]+(?:-[0-9]+)*|[ivxl]+))?\.?$"),
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
    ranges=r"[–-]|\bпо\b",
)

OFFENDING = Offending(
    same_act=re.compile(r"(?:^\W*|то есть )(?:то|те|та|тот) же [а-яё]+"),
    extending_before=re.compile(r"(?:предусмотренн[а-яё]{2,3}|обстоятельствах,? указанн[а-яё]{2,3}),? (?:в )?$"),
    extending_after=None,
    head_first=True,
    qualifying=re.compile(r"\s*:|\s*,\s*(?:совершенн|повлекш|причинивш|сопряженн|предусмотренн|если )"),
    excepting=re.compile(r"(?:случа(?:я|ев|ях|ем|и)\b|исключени|кроме|признак).{0,40}$|отсутствии признаков.{0,70}$"),
    sanction_words=("наказыва",),
    sanction_inside=re.compile(r"[–-]\s*(?=наказыва[ею]тся\b)|(?<=,)\s*(?=наказыва[ею]тся\b)"),
    alternatives=re.compile(r",? (?:либо|а равно|а также) |, (?:или|в том числе) "),
    formulae=re.compile(
        r"(?<!\w)(?:(?:то|те|та|тот) же (?:деяни|действи|нарушени)[а-яё]+|(?:деяни|действи)[а-яё]+|предусмотренн[а-яё]+|указанн[а-яё]+|"
        r"част[ияьюмх]+[а-яё]*|пункт[а-яё]*|стать[а-яё]+|настоящ[а-яё]+|кодекса|(?:перв|втор|трет|четверт|пят|шест)[а-яё]+|"
        r"[0-9]+(?:-[0-9]+)*\)?|или|и|если|он[иоа]|совершен[а-яё]*|повлек[а-яё]*|причини[а-яё]*|связанн[а-яё]+|сопряж[а-яё]+|"
        r"соединен[а-яё]+|по неосторожности|умышленн[а-яё]+|то есть|с|в|на|по|при|без|ин[а-яё]+|друг[а-яё]+)(?!\w)|[.,:;–-]"
    ),
    proviso=None,
    negligence=re.compile(r"по неосторожности|неосторожн|небрежн|халатн"),
    intent=re.compile(r"умышленн|заведомо|(?<!заключенных )(?<!не )с целью|(?<!не )в целях|с умыслом"),
    knowing=re.compile(r"заведомо"),
)

_RIGHT = "лишением права занимать определенные должности или заниматься определенной деятельностью"
_BOTH_RIGHTS = "лишением права занимать определенные должности и заниматься определенной деятельностью"
_ACTIVITY = "лишением права заниматься определенной деятельностью"
_BANKING = (
    "до установления запрета занимать должность руководящего работника финансовой организации, банковского и (или) "
    "страхового холдинга [и] являться крупным участником (крупным акционером) финансовой организации пожизненно"
)
_TERM = "[на срок] [сроком]"

PUNISHING = Punishing(
    forms=(
        Form("fine", "штрафом [в размере] до {max} месячных расчетных показателей", "mci"),
        Form("fine", "штрафом [в размере] от {min} до {max} месячных расчетных показателей", "mci"),
        Form("fine", "штрафом [в размере] {fixed} месячных расчетных показателей", "mci"),
        Form("fine", "штрафом [в размере] от {min}кратн<ой|ого> до {max}кратн<ой|ого> {sum}", "times"),
        Form("fine", "штрафом [в размере] до {max}кратн<ой|ого> {sum}", "times"),
        Form("fine", "штрафом [в размере] {fixed}кратн<ой|ого> {sum}", "times"),
        Form("correctional_works", "исправительными работами в том же размере", same=True),
        Form(
            "correctional_works",
            "исправительными работами [в размере] до {max} месячных расчетных показателей",
            "mci",
        ),
        Form(
            "correctional_works",
            "исправительными работами [в размере] от {min} до {max} месячных расчетных показателей",
            "mci",
        ),
        Form("community_service", f"привлечением к общественным работам {_TERM} до {{max}} часов", "hours"),
        Form(
            "community_service",
            f"привлечением к общественным работам {_TERM} от {{min}} до {{max}} часов",
            "hours",
        ),
        Form("arrest", f"арестом {_TERM} до {{max}} суток", "days"),
        Form("arrest", f"арестом {_TERM} от {{min}} до {{max}} суток", "days"),
        Form("restriction", f"<ограничением|граничением> свободы {_TERM} до {{max}} <лет|года>", "years"),
        Form(
            "restriction",
            f"ограничением свободы {_TERM} от {{min}} [года] [лет] до {{max}} <лет|года>",
            "years",
        ),
        Form("restriction", "ограничением свободы на {fixed} <год|года|лет>", "years"),
        Form("restriction", f"ограничением свободы {_TERM} до {{max}} месяцев", "months"),
        Form("restriction", "ограничением свободы на тот же срок", same=True),
        Form("deprivation", "лишением свободы на тот же срок", same=True),
        Form("deprivation", f"лишением свободы {_TERM} до {{max}} <лет|года>", "years"),
        Form("deprivation", f"лишением свободы {_TERM} от {{min}} [года] [лет] до {{max}} <лет|года>", "years"),
        Form("deprivation", f"лишением свободы {_TERM} [на] {{fixed}} <лет|год|года>", "years"),
        Form("deprivation", f"лишением свободы {_TERM} до {{max}} месяцев", "months"),
        Form("deprivation", f"лишением свободы {_TERM} от {{min}} месяцев до {{max}} <лет|года>", "mixed"),
        Form("deprivation", "пожизненным лишением свободы", life=True),
        Form("death", "смертной казнью"),
        Form(None, "от {min} [года] [лет] до {max} <лет|года>", "years"),
        Form("confiscation", "[с] конфискацией имущества"),
        Form("deprivation_of_right", f"[с] пожизненным {_RIGHT}", life=True),
        Form("deprivation_of_right", f"[с] {_RIGHT} {_TERM} до {{max}} <лет|года>", "years"),
        Form(
            "deprivation_of_right",
            f"[с] {_RIGHT} {_TERM} от {{min}} [года] [лет] до {{max}} <лет|года>",
            "years",
        ),
        Form("deprivation_of_right", f"[с] {_RIGHT} {_TERM} [на] {{fixed}} <лет|год|года>", "years"),
        Form("deprivation_of_right", f"[с] {_RIGHT} {_TERM} до {{max}} месяцев", "months"),
        Form("deprivation_of_right", f"[с] {_RIGHT} {_TERM} до {{max}}"),  # the text forgot the unit
        Form(
            "deprivation_of_right",
            f"[с] {_RIGHT} {_TERM} от {{min}} лет {_BANKING}",
            "years",
            life=True,
            qualifier="financial_institution_posts",
        ),
        Form(
            "deprivation_of_right",
            f"[с] {_BOTH_RIGHTS} {_TERM} до {{max}} <лет|года>",
            "years",
            qualifier="posts_and_activities",
        ),
        Form(
            "deprivation_of_right",
            f"[с] {_ACTIVITY} {_TERM} до {{max}} <лет|года>",
            "years",
            qualifier="activities_only",
        ),
        Form("deprivation_of_right", f"[с] пожизненным {_ACTIVITY}", life=True, qualifier="activities_only"),
        Form("citizenship", "[с] лишением гражданства [республики {word}]"),
        Form(
            "expulsion",
            "[с] выдворением за пределы [республики {word}] иностранца или лица без гражданства",
        ),
        Form(
            "expulsion",
            f"[с] выдворением за пределы [республики {{word}}] иностранца или лица без гражданства {_TERM} [на] {{fixed}} лет",
            "years",
        ),
    ),
    sums={
        "bribe": "суммы взятки",
        "stolen_property": "размера похищенного имущества",
        "unpaid_payments": "суммы не поступивших платежей в бюджет",
        "transferred_value": "суммы переданных денег или стоимости переданного имущества",
        "received_income": "суммы полученного дохода",
        "currency_values": "суммы незаконно вывезенной, пересланной или переведенной суммы валютных ценностей",
    },
    verb="наказывается|наказываются",
    either="либо|либ(?=ограничением)",
    optional={"или без таковой": ("confiscation",), "или без такового": ()},
    condition=("а в случаях, предусмотренных", ""),
    condition_said="а в случаях предусмотренных пунктом {point})",
    condition_next="пунктом {point})",
    condition_elsewhere="а в случаях предусмотренных пунктом {point}) части {part} настоящей статьи",
    circumstances={"aggravating": "а при отягчающих обстоятельствах"},
    joints="и",
    names_first=True,
    slips=("либограничением",),
    meaningless=(
        (r"наказываются", "наказывается"),
        (r"на срок|сроком|в размере|настоящей части|(?<=\d) (?:года|лет)(?= до)", ""),
        (r"кратн(?:ой|ого)", "кратной"),
        (r"(?<=\d )(?:года|год)\b", "лет"),
        (r"республики [а-яё]+", ""),
        (r"[,.;–-]", " "),
        (r"\b(?:с|и|на)\b", " "),
    ),
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
    iso3="rus",
    name="русский",
    numerals=NUMERALS,
    structure=STRUCTURE,
    citing=CITING,
    threats=(OFFENDING, PUNISHING),
    amending=AMENDING,
    letters=frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
)
