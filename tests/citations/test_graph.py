"""Who refers to whom: articles, acts as a whole, references that lead nowhere."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from saralau.citations.resolving import NOTHING
from saralau.report.graph import graph_lines, graph_of_files, graph_picture, graph_xml

ACT = """## Глава 1. Вещи

### Статья 1. Первая

По статье 2, частям первой и второй статьи 2, статье 9 и Уголовному кодексу.

### Статья 2. Вторая

1. По настоящей статье.

2. По статье 1.

Сноска. Статья 2 с изменениями, внесенными Законом РК от 12.07.2018 № 180-VI.
"""


def test_edges_degrees_and_what_leads_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "act.md"
    path.write_text(ACT, "utf-8")
    graph = graph_of_files([path], NOTHING, notes=False)
    edges = {(edge.source, edge.target): edge.count for edge in graph.edges}
    code = "/akn/kz/act/code/2014-07-03/226-v"
    first, second = "act.md/~art_1", "act.md/~art_2"
    assert edges == {(first, second): 3, (second, first): 1, (first, code): 1}
    assert graph.inside == 1
    assert [citation.address and citation.address.printed for _, citation, _ in graph.lost] == ["9"]
    assert graph.cited()[second] == 1
    noted = graph_of_files([path], NOTHING, notes=True)
    assert len(noted.edges) == len(graph.edges) + 1


def test_the_picture_and_graphml_are_well_formed_and_hold_every_edge(tmp_path: Path) -> None:
    path = tmp_path / "act.md"
    path.write_text(ACT.replace("Вторая\n", "Вторая <b>&\n"), "utf-8")
    graph = graph_of_files([path], NOTHING, notes=False)
    drawn = etree.fromstring(graph_xml(graph).encode())
    names = {"g": "http://graphml.graphdrawing.org/xmlns"}
    assert len(drawn.findall(".//g:edge", names)) == len(graph.edges)
    assert len(drawn.findall(".//g:node", names)) == len(graph.nodes)
    picture = etree.fromstring(graph_picture(graph, "kk").encode())
    assert len(picture.findall(".//{http://www.w3.org/2000/svg}path")) == len(graph.edges)
    for code in ("kk", "ru", "en"):
        assert any("act.md 2" in line for line in graph_lines(graph, code))
