"""The graph of references for people and programs: lines, JSON, GraphML, and a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from math import cos, pi, sin
from pathlib import Path
from typing import Any

from lxml import etree

from saralau.citations.graph import Graph, Node, Text, draw_graph
from saralau.citations.resolving import Holdings
from saralau.messages import InputError, say
from saralau.report.citing import Cited, cite, status_of, where

_SHOWN = 15  # rows of each table


def graph_of_files(paths: Sequence[Path], holdings: Holdings, *, notes: bool) -> Graph:
    """The graph of the acts in some files; InputError where one is no act."""
    return graph_of([(path.name, cite(path, holdings=holdings)) for path in paths], notes=notes)


def graph_of(acts: Sequence[tuple[str, Cited]], *, notes: bool) -> Graph:
    """The same for acts whose references were found, each with a name for where packs give it none."""
    texts = []
    for called, cited in acts:
        if cited.contents is None:
            raise InputError("act-without-articles", name=called, code=cited.language)
        name = cited.work.id if cited.work and cited.work.id else called
        texts.append(Text(name, cited.work, cited.contents, cited.found))
    return draw_graph(texts, notes=notes)


def graph_lines(graph: Graph, code: str) -> Iterator[str]:
    """Counts; the articles and acts most cited and most citing; references that lead nowhere."""
    nodes = {node.id: node for node in graph.nodes}
    yield say(
        "graph-counts", code, nodes=len(graph.nodes), edges=len(graph.edges), inside=graph.inside, lost=len(graph.lost)
    )
    for message, degrees in (("graph-most-cited", graph.cited()), ("graph-most-citing", graph.citing())):
        yield ""
        yield say(message, code)
        for node_id, degree in sorted(degrees.items(), key=lambda pair: (-pair[1], pair[0]))[:_SHOWN]:
            yield f"{degree:>6}  {label(nodes[node_id])}  {nodes[node_id].title}".rstrip()
    if graph.lost:
        yield ""
        yield say("graph-lost", code)
    for name, citation, resolution in graph.lost:
        at = citation.at.printed if citation.at else "–"
        yield f"        {name} {at} → {where(citation, code)}: {status_of(citation, resolution, code)}"


def label(node: Node) -> str:
    """How a node is called for reading: the act and the article."""
    return f"{node.act} {node.article}" if node.article else node.act


def graph_record(graph: Graph) -> dict[str, Any]:
    """The graph as JSON (`saralau/graph/1`)."""
    cited, citing = graph.cited(), graph.citing()
    return {
        "schema": "saralau/graph/1",
        "nodes": [
            {
                "id": node.id,
                "act": node.act,
                "article": node.article,
                "title": node.title,
                "chapter": node.chapter,
                "cited_by": cited[node.id],
                "cites": citing[node.id],
            }
            for node in graph.nodes
        ],
        "edges": [{"source": edge.source, "target": edge.target, "count": edge.count} for edge in graph.edges],
        "inside": graph.inside,
        "lost": [
            {
                "act": name,
                "at": citation.at.short if citation.at else None,
                "address": citation.address.short if citation.address and citation.address.article else None,
                "place": citation.place,
                "status": resolution.status,
                "reason": resolution.reason,
            }
            for name, citation, resolution in graph.lost
        ],
    }


_GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
_KEYS = (
    *(("node", name, "string") for name in ("act", "article", "title", "chapter")),
    *(("node", name, "int") for name in ("cited_by", "cites")),
    ("edge", "count", "int"),
)


def graph_xml(graph: Graph) -> str:
    """The graph as GraphML (graphml.graphdrawing.org), directed, with degrees at the nodes and counts at the edges."""
    root = etree.Element(f"{_GRAPHML}graphml", nsmap={None: _GRAPHML[1:-1]})
    for owner, name, kind in _KEYS:
        etree.SubElement(root, f"{_GRAPHML}key", {"id": name, "for": owner, "attr.name": name, "attr.type": kind})
    drawn = etree.SubElement(root, f"{_GRAPHML}graph", edgedefault="directed")
    record = graph_record(graph)
    for node in record["nodes"]:
        _element(etree.SubElement(drawn, f"{_GRAPHML}node", id=node["id"]), node)
    for edge in record["edges"]:
        _element(etree.SubElement(drawn, f"{_GRAPHML}edge", source=edge["source"], target=edge["target"]), edge)
    return str(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True).decode())


def _element(element: Any, record: dict[str, Any]) -> None:
    for _, name, _kind in _KEYS:
        if record.get(name) not in (None, ""):
            etree.SubElement(element, f"{_GRAPHML}data", key=name).text = str(record[name])


_SIZE, _RADIUS, _GAP = 1200, 350, 6  # of the picture; the gap between chapters in widths of an article
_COLOURS = ("#1f5f8b", "#8a4b08", "#5b3a8e", "#2f7d6b", "#a01c2c", "#6b7f2a", "#b35c1e", "#4a6fa5", "#7a1f5b", "#5a6675")


def graph_picture(graph: Graph, code: str) -> str:
    """The graph as SVG: articles on a circle, chapter by chapter, acts without articles in one stretch; an arc for each
    pair that refers, in the colour of the chapter that refers; names where many refer to.
    """
    cited = graph.cited()
    linked = {edge.source for edge in graph.edges} | {edge.target for edge in graph.edges}
    stretches = [
        (key, list(nodes)) for key, nodes in groupby((n for n in graph.nodes if n.article or n.id in linked), key=_stretch)
    ]
    places = sum(len(nodes) + _GAP for _, nodes in stretches)
    called = _told_apart([chapter or act for (act, chapter), _ in stretches])
    angles: dict[str, float] = {}
    colours: dict[str, str] = {}
    names: list[str] = []
    reached = 0.0
    for index, (_, nodes) in enumerate(stretches):
        colour = _COLOURS[index % len(_COLOURS)]
        for offset, node in enumerate(nodes):
            angles[node.id] = 2 * pi * (reached + offset) / max(places, 1) - pi / 2
            colours[node.id] = colour
        middle = 2 * pi * (reached + (len(nodes) - 1) / 2) / max(places, 1) - pi / 2
        names.append(_name(middle, _shortened(called[index]), colour))
        reached += len(nodes) + _GAP
    arcs = [_arc(angles[e.source], angles[e.target], colours[e.source], e.count) for e in graph.edges]
    known = {node.id: node for node in graph.nodes}
    most = _apart([node_id for node_id, _ in cited.most_common(2 * _SHOWN)], angles)
    dots = [_dot(angles[i], cited[i], known[i], colours[i], named=i in most) for i in angles]
    title = escape(say("graph-picture", code, nodes=len(angles), edges=len(graph.edges)))
    half = _SIZE / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-half:.0f} {-half:.0f} {_SIZE} {_SIZE}" role="img" '
        f'font-family="Noto Sans, PT Sans, DejaVu Sans, sans-serif"><title>{title}</title>'
        f'<rect x="{-half:.0f}" y="{-half:.0f}" width="{_SIZE}" height="{_SIZE}" fill="#fbfaf7"/>'
        f'<g fill="none">{"".join(arcs)}</g>{"".join(dots)}{"".join(names)}</svg>\n'
    )


def _told_apart(names: Sequence[str]) -> list[str]:
    """Names without the first words that many of them share ("6 … against property")."""
    openings = Counter(tuple(name.split()[1:3]) for name in names)
    common = {opening for opening, count in openings.items() if count > 2 and len(opening) == 2}
    return [
        " ".join((name.split()[0], "…", *name.split()[3:]))
        if tuple(name.split()[1:3]) in common and len(name.split()) > 3
        else name
        for name in names
    ]


def _apart(wanted: Sequence[str], angles: Mapping[str, float]) -> set[str]:
    """Of nodes in the order of their weight, those whose names do not run into one another."""
    chosen: list[str] = []
    for node_id in wanted:
        if len(chosen) < _SHOWN and all(abs(angles[node_id] - angles[other]) > _LINE for other in chosen):
            chosen.append(node_id)
    return set(chosen)


_LINE = 0.04  # radians between two lines of writing


def _stretch(node: Node) -> tuple[str, str]:
    return (node.act, node.chapter) if node.article else ("", "…")


def _point(angle: float, radius: float) -> tuple[float, float]:
    return radius * cos(angle), radius * sin(angle)


def _arc(source: float, target: float, colour: str, count: int) -> str:
    (x, y), (u, v) = _point(source, _RADIUS), _point(target, _RADIUS)
    opacity = min(0.25 + 0.1 * count, 0.8)
    return f'<path d="M{x:.1f} {y:.1f}Q0 0 {u:.1f} {v:.1f}" stroke="{colour}" stroke-opacity="{opacity:.2f}"/>'


def _dot(angle: float, degree: int, node: Node, colour: str, *, named: bool) -> str:
    x, y = _point(angle, _RADIUS + 4)
    size = 1.2 + min(degree, 60) ** 0.5
    told = f"<title>{escape(label(node))} {escape(node.title)}: {degree}</title>"
    dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="{colour}">{told}</circle>'
    return dot + (_name(angle, node.article or _shortened(node.act), "#1c2530", _RADIUS + 14, 13) if named else "")


def _name(angle: float, words: str, colour: str, radius: float = _RADIUS + 48, size: int = 11) -> str:
    """Words that run outwards from the circle, never upside down."""
    x, y = _point(angle, radius)
    turned = cos(angle) < 0
    degrees = angle * 180 / pi + (180 if turned else 0)
    anchor = "end" if turned else "start"
    return (
        f'<text transform="translate({x:.1f} {y:.1f}) rotate({degrees:.1f})" text-anchor="{anchor}" dy=".35em" '
        f'font-size="{size}" fill="{colour}">{escape(words)}</text>'
    )


def _shortened(words: str) -> str:
    return words if len(words) <= 28 else words[:27].rstrip() + "…"
