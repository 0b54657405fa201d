"""`python -m bench [--long] [CORPUS]`: the rows of the performance budget that apply, each beside a peer where there is one.

Timings are printed, never asserted: machines differ. Ratios are of one run. With --long the peer reads the whole Code.
"""

from __future__ import annotations

import datetime
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.documents.writing import WRITERS, blocks_of

from bench import adding, analysis, api, cases, drafts, history, lineage, lint, lsp, mcp, references, terms, treaties
from saralau.acts import Act, Kind, Provision, parse_act, write_akn
from saralau.documents import read
from saralau.report.analysis import analyse
from saralau.version import __version__

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "examples/sample-code.ru.html"
PEERS = (ROOT / ".venv-bench/bin/python", ROOT / ".venv-bench-fast/bin/python")
RUNS = 5


def main(arguments: list[str]) -> None:
    """Prints a table; keeps it under bench/results with the date when --long is given."""
    long = "--long" in arguments
    corpus = Path(next((a for a in arguments if not a.startswith("--")), ROOT.parent / "shared/corpus"))
    code = corpus / "kz/criminal-code.ru.2025.html"
    lines = [f"saralau {__version__}, Python {platform.python_version()}, {platform.machine()}, best of {RUNS}"]
    lines += _start_up()
    lines += _whole(code if code.is_file() else SAMPLE)
    lines += _formats(code if code.is_file() and long else SAMPLE)
    lines += references.rows(code if code.is_file() else SAMPLE, corpus / "de/stgb.de.md", _best)
    lines += cases.rows(_best)
    lines += treaties.rows(_best)
    lines += history.rows(corpus, _best)
    lines += lint.rows(code if code.is_file() else SAMPLE, _best)
    lines += lineage.rows(corpus, _best)
    lines += terms.rows(corpus, _best)
    lines += lsp.rows(corpus)
    lines += api.rows(corpus)
    lines += mcp.rows(corpus)
    lines += drafts.rows(code, _best)
    lines += adding.rows(200 if long else 40)
    lines += _structure(code if code.is_file() and long else SAMPLE)
    if long:
        lines += _scale(code if code.is_file() else SAMPLE)
        lines += analysis.rows()
    text = "\n".join(lines)
    print(text)
    if long:
        results = ROOT / "bench/results"
        results.mkdir(exist_ok=True)
        (results / f"{datetime.date.today().isoformat()}.txt").write_text(text + "\n", "utf-8")


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def _run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _start_up() -> Iterator[str]:
    own = _best(lambda: _run(sys.executable, "-m", "saralau.cli.main", "--help"))
    bare = _best(lambda: _run(sys.executable, "-c", "import typer"))
    yield f"start-up: saralau --help {own:.3f} s (budget 0.2); a bare `import typer` {bare:.3f} s, ratio {own / bare:.2f}"


def _whole(path: Path) -> Iterator[str]:
    analyse(path)
    best = _best(lambda: analyse(path))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = path.stat().st_size / 1e6
    yield f"whole act {path.name} ({size:.2f} MB): parsed, cited, offences, groups"
    yield f"  {best:.3f} s (budget 1.0), peak {peak:.0f} MB (budget 300)"


def _formats(path: Path) -> Iterator[str]:
    """The same act written in every format: how fast each is read, in how much memory, beside a peer where there is one."""
    blocks = blocks_of(parse_act(read(path)))
    yield f"reading {path.name} written in every format, MB of text a second; peak of a process that does nothing else"
    with tempfile.TemporaryDirectory() as folder:
        for format_, write in WRITERS.items():
            file = Path(folder) / f"act.{format_}"
            file.write_bytes(write(blocks))
            yield from _format(file, format_)


def _format(file: Path, format_: str) -> Iterator[str]:
    size, seconds = len(read(file).text.encode()) / 1e6, _best(lambda: read(file))
    peak = int(_run(sys.executable, "-c", _PEAK, str(file)))
    whole = file.stat().st_size / 1e6
    yield f"  {format_:<13} {size / seconds:5.1f} MB/s ({seconds:.3f} s, file {whole:.2f} MB), peak {peak} MB"
    if format_ in ("html", "docx", "pdf") and PEERS[0].exists():
        library, version, theirs, _ = _run(PEERS[0], ROOT / "bench/peer_readers.py", str(file), "1").split()
        yield f"    {library} {version}, words only: {float(theirs):.3f} s, ratio {float(theirs) / seconds:.1f}"


# The high-water mark since this program began; what `resource` tells counts the process that started it.
_PEAK = """
import re, sys
from pathlib import Path
from saralau.documents import read
read(sys.argv[1])
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


def _scale(path: Path) -> Iterator[str]:
    """Linear time: a second of work for each megabyte, whatever the number of megabytes."""
    body = path.read_text("utf-8")
    head, articles = body[: body.index("<body")], body[body.index("<body") :]
    with tempfile.TemporaryDirectory() as folder:
        for times in (1, 4, 16):
            big = Path(folder) / "act.html"
            big.write_text(head + articles * times, "utf-8")
            start = time.perf_counter()
            analyse(big)
            spent, size = time.perf_counter() - start, big.stat().st_size / 1e6
            yield f"scale: {size:.1f} MB in {spent:.2f} s, {spent / size:.2f} s for each MB"


def _structure(path: Path) -> Iterator[str]:
    document = read(path)
    act = parse_act(document)
    marked = "\n".join(_marked(act))
    structure = _best(lambda: parse_act(read(path)))
    own = _best(lambda: write_akn(parse_act(read(path))))
    size = len(document.text.encode()) / 1e6
    yield f"structure of {path.name}: reading and parsing {structure:.3f} s, {size / structure:.1f} MB of text a second"
    yield f"  and written as Akoma Ntoso {own:.3f} s, {size / own:.1f} MB of text a second"
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(marked)
        file.flush()
        for peer in PEERS:
            if not peer.exists():
                yield f"  {peer.parts[-3]} is not there (make bench-peer): that peer was not compared"
                continue
            version, language, seconds = _run(peer, ROOT / "bench/peer_bluebell.py", file.name, str(RUNS)).split()
            theirs = float(seconds)
            yield f"  bluebell-akn {version} ({language}), text to XML from an editor's mark-up: {theirs:.3f} s,"
            yield f"    ratio {theirs / own:.1f}"
    yield "  (theirs begins with a text that an editor has marked up, ours with what the portal publishes)"


def _marked(act: Act) -> Iterator[str]:
    """The act in the peer's own mark-up, as an editor would have typed it."""
    yield "BODY\n"
    for provision in act.provisions:
        yield from _lines(act, provision, 0)


_MARKS = {Kind.SECTION: "SECTION", Kind.CHAPTER: "CHAPTER", Kind.ARTICLE: "ARTICLE"}


def _lines(act: Act, provision: Provision, depth: int) -> Iterator[str]:
    pad, inner = "  " * depth, "  " * (depth + 1)
    if provision.kind in _MARKS:
        yield f"{pad}{_MARKS[provision.kind]} {provision.number} - {provision.title or ''}\n"
    elif provision.kind is Kind.PART:
        yield f"{pad}PARAGRAPH {provision.number}.\n"
    elif provision.kind is Kind.POINT:
        yield f"{pad}POINT {provision.number})\n"
    labelled = provision.label
    for span in provision.text:
        start = labelled.end if labelled and labelled.start == span.start else span.start
        yield f"{inner}{' '.join(act.document.text[start : span.end].split())}\n"
    for child in provision.children:
        yield from _lines(act, child, depth + 1)
    for span in provision.closing:
        yield f"{inner}{' '.join(act.words(span).split())}\n"


if __name__ == "__main__":
    main(sys.argv[1:])
