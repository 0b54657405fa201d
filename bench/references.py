"""References: megabytes and references a second, beside the peers; how far we and an independent finder agree on German."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from saralau.acts import parse_act
from saralau.citations import cited_in_act, find_citations
from saralau.documents import read

Best = Callable[[Callable[[], object]], float]
ROOT = Path(__file__).resolve().parents[1]
PEER = ROOT / ".venv-bench/bin/python"

# What the peers are made for, in our own words; numbers vary so that nothing is found by having been found before.
OPINION = (
    "The court held in Miller v. Stone, {0} U.S. {1}, {2} (1990), that the duty runs to third persons. See also Ray v. "
    "Poole, {1} F.3d {2}, {0} (9th Cir. 1998); 18 U.S.C. § {2}. Id. at {1}. The appellant says that the rule is older.\n"
)
DECISION = (
    "Der Anspruch folgt aus § {0} Abs. 1 BGB in Verbindung mit §§ {1}, {2} BGB. Die Revision stützt sich auf § {2} ZPO; "
    "der Senat hat dies schon entschieden (BGH, Urteil vom 3. Mai 2011 - VI ZR {0}/10). Auch Art. {1} GG ändert nichts.\n"
)


# Texts that make a careless finder slow: words of reference without end.
WORST = (
    "часть 1 ",
    "пункт 1) части ",
    "статьями 1, 2 (вещь), ",
    "№ 5 от 01.02.2020 ",
    "ҚК-нің 5-баб. ",
    "осы баптың ",
    "«закон ",
    "см. ст. 5 УК ",
    "ст. 1, ",
    "части первой ",
    "190 (ч. 2), ",
    "сто двести ",
    "ч. ч. 1-3 ",
    "ст. 5 Закона об информатизации, ",
)


def rows(code: Path, german: Path, best: Best) -> Iterator[str]:
    """The rows of the table; `best` times some work."""
    act = parse_act(read(code))
    size = len(act.document.text.encode()) / 1e6
    seconds, found = best(lambda: cited_in_act(act)), len(cited_in_act(act))
    own = size / seconds
    yield f"references of {code.name}: {own:.1f} MB of text a second (budget 10), {found / seconds:,.0f} references a second"
    yield from _doubled()
    if not PEER.exists():
        yield "  .venv-bench is not there (make bench-peer): no peer was compared"
        return
    for name, text, language in (("eyecite", OPINION, "en"), ("refex", DECISION, "de")):
        filled = "".join(text.format(n % 400 + 1, n % 700 + 3, n % 900 + 5) for n in range(400))
        yield from _beside(name, filled, language, own, best)
    if german.is_file():
        yield _agreement(german)


def _doubled() -> Iterator[str]:
    """The worst text of each kind, doubled four times: seconds for each megabyte, which must not grow. Each is read once."""
    for words in WORST:
        paces = [_pace(words * times, "kk" if "ба" in words else "ru") for times in (2_000, 4_000, 8_000, 16_000, 32_000)]
        yield f"  worst case {words!r}, doubled four times: " + ", ".join(f"{pace:.2f}" for pace in paces) + " s for each MB"


def _pace(text: str, language: str) -> float:
    start = time.perf_counter()
    find_citations(text, language)
    return (time.perf_counter() - start) / (len(text.encode()) / 1e6)


def _beside(name: str, text: str, language: str, own: float, best: Best) -> Iterator[str]:
    size = len(text.encode()) / 1e6
    package, version, found, seconds = _peer(name, text)[0].split()
    ours, ours_found = best(lambda: find_citations(text, language)), len(find_citations(text, language))
    theirs = size / float(seconds)
    rate, our_rate = int(found) / float(seconds), ours_found / ours
    yield f"  {package} {version} on a text of its own kind ({size:.2f} MB): {theirs:.2f} MB/s, {rate:,.0f} references/s"
    yield f"    Saralau on the same: {size / ours:.1f} MB/s, {our_rate:,.0f} references/s; on the Code {own / theirs:.0f} x"


def _peer(name: str, text: str, *options: str) -> list[str]:
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        line = [str(PEER), str(ROOT / "bench/peer_citations.py"), name, file.name, "3", *options]
        return subprocess.run(line, capture_output=True, text=True, check=True).stdout.splitlines()


def _agreement(german: Path) -> str:
    """Of the references that the German peer finds in an official code, how many we find too."""
    text = read(german).text
    theirs = [tuple(map(int, line.split())) for line in _peer("refex", text, "--spans")[1:]]
    ours = [citation.phrase for citation in find_citations(text, "de") if citation.kind == "provision"]
    both = sum(any(span.start < end and start < span.end for span in ours) for start, end in theirs)
    return f"  {german.name}: of {len(theirs)} references of legal-reference-extraction we find {both}; ours are {len(ours)}"
