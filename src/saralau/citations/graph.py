"""Who refers to whom: a graph of articles, and of acts whose articles are not in hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saralau.acts import Kind
from saralau.citations.model import Citation
from saralau.citations.resolving import Contents, Resolution
from saralau.citations.works import Work


@dataclass(frozen=True, slots=True)
class Text:
    """An act whose references are drawn: its name in the graph, what it is, its units, and its references."""

    name: str
    work: Work | None
    contents: Contents
    found: tuple[tuple[Citation, Resolution], ...]


@dataclass(frozen=True, slots=True)
class Node:
    """An article (`article` is its number) or an act as a whole. `id` is an IRI where the act has one."""

    id: str
    act: str
    article: str | None
    title: str
    chapter: str


@dataclass(frozen=True, slots=True)
class Edge:
    """References of one node to another, and how many there are."""

    source: str
    target: str
    count: int


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes in the order of the texts, edges between different ones, and references that lead nowhere, by text."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    inside: int  # references of an article to itself, which are no edges
    lost: tuple[tuple[str, Citation, Resolution], ...]

    def cited(self) -> Counter[str]:
        """How many other nodes refer to each node."""
        return Counter(edge.target for edge in self.edges)

    def citing(self) -> Counter[str]:
        """To how many other nodes each node refers."""
        return Counter(edge.source for edge in self.edges)


def draw_graph(texts: Sequence[Text], *, notes: bool = False) -> Graph:
    """The graph of the references of some acts. `notes` counts those that editors' notes make too."""
    homes = {text.work.iri: text for text in texts if text.work is not None}
    nodes = {node.id: node for text in texts for node in _articles(text)}
    counts: Counter[tuple[str, str]] = Counter()
    lost = []
    for text in texts:
        for citation, resolution in text.found:
            if citation.noted and not notes:
                continue
            if resolution.status in ("dead", "unresolved"):
                lost.append((text.name, citation, resolution))
                continue
            source, target = _source(text, citation), _target(text, citation, resolution, homes)
            for node in (source, target):
                nodes.setdefault(node.id, node)
            counts[source.id, target.id] += 1
    edges = tuple(Edge(*pair, count) for pair, count in sorted(counts.items()) if pair[0] != pair[1])
    inside = sum(count for (source, target), count in counts.items() if source == target)
    return Graph(tuple(nodes.values()), edges, inside, tuple(lost))


def _articles(text: Text) -> Iterator[Node]:
    chapter = ""
    for unit in text.contents.act.walk():
        if unit.kind in (Kind.CHAPTER, Kind.SECTION):
            chapter = " ".join(filter(None, (unit.number, unit.title)))
        elif unit.kind is Kind.ARTICLE and unit.number:
            yield Node(_id(text, unit.number), text.name, unit.number, unit.title or "", chapter)


def _id(text: Text, article: str | None) -> str:
    base = text.work.iri if text.work else text.name
    return f"{base}/~art_{article}" if article else base


def _whole(text: Text) -> Node:
    return Node(_id(text, None), text.name, None, "", "")


def _source(text: Text, citation: Citation) -> Node:
    return Node(_id(text, citation.at.article), text.name, citation.at.article, "", "") if citation.at else _whole(text)


def _target(text: Text, citation: Citation, resolution: Resolution, homes: dict[str, Text]) -> Node:
    work = citation.work
    there = text if work is None else homes.get(work.iri)
    address = resolution.address or citation.address
    if there is not None:
        return Node(_id(there, address.article), there.name, address.article, "", "") if address else _whole(there)
    if work is None:
        return _whole(text)
    return Node(work.iri, work.id or work.portal_id or work.iri, None, "", "")
