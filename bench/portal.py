"""The references found, against a portal's own links in its texts: `python -m bench.portal ../shared/corpus`.

A link tells the act by the portal's id and often the place by an anchor. Links that lead to no provision or act named in
their words (the day on which a law comes into force) are counted apart. Every disagreement is listed by its place.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from saralau.acts import Act, Address
from saralau.citations import Citation
from saralau.documents import Span
from saralau.report.citing import cite

ACTS = ("criminal-code.ru.2025.html", "digital-code.ru.2026.html", "informatization-law.ru.2026.html",
        "personal-data-law.ru.2026.html")  # fmt: skip
_TARGET = re.compile(r"/docs/(\w+)(?:#(\w+))?$")
_ANCHOR = re.compile(r"z[0-9]+")
_REFERRING = re.compile(r"[0-9№]|(?i:закон|кодекс|конституци|стат|част|пункт)")  # words that can name an act or a provision


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a comparison of one link gave: `kind` is a key of `KINDS`; what the link says and what was found."""

    kind: str
    span: Span
    said: str
    found: str


KINDS = {
    "same": "link and reference agree on the act, and on the place where the link tells one of an act in hand",
    "silent": "words of the link name no provision and no act: the day of entry into force, the table of contents",
    "missed": "no reference was found in the words of the link",
    "act": "another act",
    "place": "another place in the act",
    "malformed": "the link itself is broken: an anchor that the portal does not make",
}


def main(corpus: Path) -> int:
    """Prints the counts by act and every disagreement; 1 where the texts are absent."""
    if not corpus.is_dir():
        print(f"{corpus} is absent: nothing was compared")
        return 1
    for name in ACTS:
        cited = cite(corpus / "kz" / name)
        if cited.act is None or cited.work is None:
            raise SystemExit(f"{name} is not read as an act that a pack knows")
        found = sorted((citation for citation, _ in cited.found), key=lambda citation: citation.span)
        verdicts = list(compare(cited.act, cited.work.portal_id or "", found))
        counts = Counter(verdict.kind for verdict in verdicts)
        print(f"\n{name}: {len(verdicts)} links; " + ", ".join(f"{kind} {counts[kind]}" for kind in KINDS))
        for verdict in verdicts:
            if verdict.kind not in ("same", "silent"):
                line = cited.document.position(verdict.span.start).line
                print(f"  line {line:>5} {verdict.kind:<9} link: {verdict.said}; found: {verdict.found}")
    return 0


def compare(act: Act, portal_id: str, found: Sequence[Citation]) -> Iterator[Verdict]:
    """A verdict for each link of an act that leads into the portal."""
    anchors: dict[str, list[Address]] = {}
    for unit in act.walk():
        for anchor in unit.anchors:
            if unit.address is not None:
                anchors.setdefault(anchor, []).append(unit.address)
    for link in act.document.links:
        target = _TARGET.search(link.target)
        if not _REFERRING.search(act.words(link.span)) or target is None:
            yield Verdict("silent", link.span, link.target, "")
            continue
        document, anchor = target[1].upper(), target[2]
        over = [c for c in found if c.phrase.start < link.span.end and link.span.start < c.phrase.end]
        told = ", ".join(_told(citation) for citation in over if not citation.between)
        if anchor and not _ANCHOR.fullmatch(anchor):
            yield Verdict("malformed", link.span, f"{document}#{anchor}", told)
        elif not over:
            yield Verdict("missed", link.span, f"{document}#{anchor}", "–")
        elif document not in {_portal_id(citation, portal_id) for citation in over}:
            yield Verdict("act", link.span, f"{document}#{anchor}", told)
        else:
            yield _placed(link.span, over, anchors if document == portal_id else {}, anchor, told)


def _placed(
    span: Span, over: Sequence[Citation], anchors: Mapping[str, Sequence[Address]], anchor: str | None, told: str
) -> Verdict:
    there = anchors.get(anchor or "", ())
    named = [citation.address for citation in over if citation.address]
    agrees = not there or any(one.holds(other) for one in there for other in named)
    said = ", ".join(address.printed for address in there)
    return Verdict("same" if agrees else "place", span, said, told)


def _portal_id(citation: Citation, own: str) -> str | None:
    if citation.work is None:
        return None if citation.unknown else own
    return citation.work.portal_id


def _told(citation: Citation) -> str:
    work = citation.work
    act = "?" if citation.unknown else (work.portal_id or work.iri) if work else ""
    return f"{act} {citation.address.printed if citation.address else citation.place or ''}".strip()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus")))
