"""A small library for the tests of analyses: fictional texts, some under the addresses of acts that packs know, so that
references find them. Every number that a test expects can be counted here.
"""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from saralau.corpus.analysis.model import Text
from saralau.corpus.analysis.working import work
from saralau.corpus.model import Held

CODE = "/akn/kz/act/code/2014-07-03/226-v"
LAW = "/akn/kz/act/law/2020-01-31/5-vi"
TREATY = "/akn/ra/act/treaty/2001-05-06/7"

_CODE = """# Кодекс о вещах

## Глава 1. Общее

### Статья 1. Понятия

В настоящем Кодексе используются понятия:

1) вещь – предмет, имеющий цену;

2) сеть вещей (далее – сеть) – совокупность вещей.

### Статья 2. Хищение вещи

1. Хищение вещи, –

наказывается штрафом в размере до {fine} месячных расчетных показателей либо лишением свободы на срок от двух до пяти лет.

2. То же деяние, совершенное:

1) группой лиц по предварительному сговору;

2) посредством неправомерного доступа к информационной системе, –

наказывается лишением свободы на срок от трех до восьми лет с конфискацией имущества.

Сноска. Статья 2 с изменением, внесенным Законом РК от 05.03.2021 № 17-VII.

### Статья 3. {third}

{last}
"""
OLD = _CODE.format(
    fine="ста",
    third="Возврат\n\nВещь возвращается.",
    last="### Статья 4. Ссылки\n\nДействия по части второй статьи 2 и статье 9 настоящего Кодекса.",
)
NEW = _CODE.format(
    fine="двухсот",
    third="Исключена Законом РК от 06.04.2022 № 20-VII.",
    last="### Статья 4. Ссылки\n\nДействия по части второй статьи 2 и  статье 9 настоящего Кодекса.\n\n### Статья 5. Хранение\n\nВещь хранится.",
)
_LAW = """# О порядке

### Статья 1. Порядок

1. По части первой статьи 2 Уголовного кодекса Республики Казахстан, статье 3 Уголовного кодекса Республики Казахстан, статье 6 Уголовного кодекса Республики Казахстан.

2. По статье 5 Закона Республики Казахстан от 24.11.2015 № 418-V.

3. По Уголовному кодексу Республики Казахстан, пункту 1) части второй статьи 2 Уголовного кодекса Республики Казахстан и вновь по статье 3 Уголовного кодекса Республики Казахстан.

### Статья 2. Понятия

В настоящем Законе используются понятия:

1) вещи – предметы, имеющие цену;

2) сеть – соединение машин.
"""
OWN = "/akn/kz/act/law/2019-02-03/9-vi"
OWN_PACK = {
    "schema": "saralau/works/1", "jurisdiction": "kz", "state": {}, "portal": {},
    "works": [{"id": "own-things", "kind": "law", "verified": False, "date": "2019-02-03", "number": "9-VI", "iri": OWN,
               "titles": {"ru": "О вещах и людях"}}],
}  # fmt: skip
CITING_OWN = "### Статья 1. Ссылка\n\nПо статье 2 Закона «О вещах и людях».\n"
_GERMAN = "### § 1 Sachen\n\n(1) Eine Sache ist zurückzugeben.\n"


@dataclass(frozen=True, slots=True)
class Words:
    """Reads a text that is in memory."""

    words: str

    def __call__(self) -> bytes:
        return self.words.encode()


@dataclass(frozen=True, slots=True)
class Deadly:
    """A text with which the process that reads it dies."""

    number: int = signal.SIGKILL

    def __call__(self) -> bytes:
        os.kill(os.getpid(), self.number)
        return b""


@dataclass(frozen=True, slots=True)
class Failing:
    """A text that meets an error of the program."""

    def __call__(self) -> bytes:
        raise ZeroDivisionError("an error of ours")


def text(words: str | Callable[[], bytes], iri: str, edition: str, language: str = "ru", *, newest: bool = True) -> Text:
    """A text in hand."""
    read = Words(words) if isinstance(words, str) else words
    said = (words if isinstance(words, str) else f"{iri} {edition}").encode()
    held = Held(iri, "", edition, language, "act.md", hashlib.sha256(said).hexdigest())
    return Text(held, len(said), read, newest)


def small() -> list[Text]:
    """Two editions of a code, a law that refers to it, an act in a language of which only the frame is encoded."""
    return [
        text(OLD, CODE, "2021-03-05", newest=False),
        text(NEW, CODE, "2022-04-06"),
        text(_LAW, LAW, "2020-01-31"),
        text(_GERMAN, TREATY, "2001-05-06", "de"),
    ]


def many(count: int) -> list[Text]:
    """So many laws, each otherwise."""
    laws = ((f"/akn/kz/act/law/2020-01-31/{number}-vi", number) for number in range(1, count + 1))
    return [text(_LAW.replace("О порядке", f"О порядке {number}"), iri, "2020-01-31") for iri, number in laws]


def plainly(batches: Any) -> Any:
    """The engine that has no processes."""
    return map(work, batches)


def table(folder: Path, name: str) -> pl.DataFrame:
    """A table as it was written."""
    return pl.read_parquet(sorted((folder / name).glob("*.parquet")))
