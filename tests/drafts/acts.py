"""A fictional code in Russian and in Kazakh, to be amended; written for these tests."""

from __future__ import annotations

from saralau.acts import Act, parse_act
from saralau.documents import Document
from saralau.documents.reading import read_bytes
from saralau.drafts import Draft, read_draft
from saralau.languages import language

RU = """## ОСОБЕННАЯ ЧАСТЬ

### Глава 1. О ЛОДКАХ

#### Статья 5. Угон лодки

1. Угон чужой лодки, то есть ее увод без цели присвоения, –

наказывается штрафом в размере до ста месячных расчетных показателей.

2. Угон лодки, совершенный:

1) ночью;

2) исключен Законом РА от 01.02.2020 № 3-I;

3) группой лиц, –

наказывается лишением свободы на срок до двух лет.

3. Угон лодки, повлекший ее гибель, –

наказывается лишением свободы на срок до пяти лет.

Примечание. Плот считается лодкой, если на нем есть весло.

Сноска. Статья 5 с изменениями, внесенными Законом РА от 01.02.2020 № 3-I (вводится в действие с 01.03.2020).

#### Статья 6. Порча весла

Порча чужого весла –

наказывается штрафом в размере до двадцати месячных расчетных показателей.

#### Статья 6-1. Порча паруса

1. Порча чужого паруса –

наказывается штрафом в размере до тридцати месячных расчетных показателей.

2. То же деяние, совершенное ночью, –

наказывается арестом на срок до десяти суток.

### Глава 2. О МАЯКАХ

#### Статья 7. Ложный огонь

Зажжение ложного огня вблизи маяка либо гашение маяка –

наказывается лишением свободы на срок до трех лет.
"""

KK = """## ЕРЕКШЕ БӨЛІК

### 1-тарау. ҚАЙЫҚТАР ТУРАЛЫ

#### 5-бап. Қайықты айдап әкету

1. Бөтеннің қайығын айдап әкету –

жүз айлық есептік көрсеткішке дейінгі мөлшерде айыппұл салуға жазаланады.

2. Мынадай:

1) түнде;

2) алып тасталды;

3) адамдар тобы жасаған қайықты айдап әкету –

екі жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады.

3. Қайықтың жойылуына әкеп соққан айдап әкету –

бес жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады.

#### 6-бап. Ескекті бүлдіру

Бөтеннің ескегін бүлдіру –

жиырма айлық есептік көрсеткішке дейінгі мөлшерде айыппұл салуға жазаланады.
"""


def act_in(code: str) -> Act:
    """The fictional code."""
    return parse_act(read_bytes({"ru": RU, "kk": KK}[code].encode(), f"boats.{code}.md"), language(code))


def drafted(text: str, code: str = "ru", name: str = "draft.txt") -> Draft:
    """A draft to the fictional code."""
    return read_draft(document(text, name), act_in(code))


def document(text: str, name: str = "draft.txt") -> Document:
    """A text as a document."""
    return read_bytes(text.encode(), name)


def told(draft: Draft) -> list[tuple[str, str, str, str]]:
    """Each instruction in short: kind, target, words, text on one line."""
    return [(one.kind, one.target.printed, one.words, " ".join(one.text.split())) for one in draft.instructions]
