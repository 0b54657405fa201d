"""Drafts to the whole Code: read, applied and read back, weighed. No other program does this; beside it, reading the act."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from saralau.acts import parse_act, read_act
from saralau.documents import read
from saralau.documents.reading import read_bytes
from saralau.drafts import apply, read_draft
from saralau.drafts.impact import weigh
from saralau.report.analysis import analyse

DRAFTS = Path(__file__).resolve().parents[1] / "examples/drafts"
NAME = "ict-features"


def rows(code: Path, best: Callable[[Callable[[], object]], float]) -> Iterator[str]:
    """The rows of the table; `best` times some work."""
    if not code.is_file():
        yield f"drafts: {code} is not there"
        return
    act, document = read_act(code), read(DRAFTS / f"{NAME}.ru.md")
    draft = read_draft(document, act)
    patch, cases = DRAFTS / f"{NAME}.patch.yaml", sorted((DRAFTS / f"{NAME}.cases").glob("*.yaml"))
    once = best(lambda: analyse(code))
    yield f"the draft {NAME}, {len(draft.instructions)} instructions to {code.name}; the act read through once {once:.2f} s"
    reading = best(lambda: read_draft(document, act))
    applying = best(lambda: apply(act, draft))
    yield f"  read {reading * 1000:.0f} ms, applied and read back {applying:.2f} s, ratio {applying / once:.2f}"
    plain = best(lambda: weigh(act, draft))
    yield f"  its impact without a patch {plain:.2f} s, ratio {plain / once:.1f}: two editions, references resolved"
    patched = best(lambda: weigh(act, draft, patch, cases))
    yield f"  and with a patch, cases and three treaties before and after {patched:.2f} s"
    yield from _many(best)


def _many(best: Callable[[Callable[[], object]], float]) -> Iterator[str]:
    """Linear time: so many instructions, each to an article of its own."""
    for count in (250, 500, 1000):
        act = "\n\n".join(
            f"#### Статья {n}. Лодка\n\nУгон лодки номер {n} –\n\nнаказывается арестом." for n in range(1, count + 1)
        )
        text = "\n\n".join(f'в статье {n} слово "лодки" заменить словом "шлюпки";' for n in range(1, count + 1))
        parsed, document = parse_act(read_bytes(act.encode(), "boats.md")), read_bytes(text.encode(), "draft.md")
        seconds = best(lambda parsed=parsed, document=document: read_draft(document, parsed))  # type: ignore[misc]
        yield f"  {count} instructions to {count} articles: {seconds:.2f} s, {seconds / count * 1e3:.2f} ms each"
