"""The documentation as a site: every page has its place, links are moved with the pages, the reference says something."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench import reference, site


def test_every_page_is_in_the_navigation_once() -> None:
    listed = site.in_navigation()
    assert sorted(listed) == sorted({*site.pages().values(), *site.REFERENCE})


def test_the_front_page_leads_to_every_page() -> None:
    """One that is not on the front page is found by nobody who does not know that it is there."""
    page = site.TREE / "docs/index.md"
    links = [target.partition("#")[0] for _, _, target in site._LINK.findall(page.read_text("utf-8"))]
    led_to = list(dict.fromkeys((page.parent / link).resolve().relative_to(site.TREE).as_posix() for link in links))
    assert sorted(set(site.pages()) - set(led_to) - {"docs/index.md"}) == []
    assert all((site.TREE / name).is_file() for name in led_to)
    placed = [site.pages()[name] for name in led_to]
    behind = placed[placed.index("method.md") :]  # tutorials stand by reader there, and by language in the navigation
    assert [name for name in site.in_navigation() if name in behind] == behind


def test_links_are_moved_with_their_pages(tmp_path: Path) -> None:
    placed = site.pages()

    def moved(text: str, name: str) -> str:
        return site._moved(text, name, placed, tmp_path)

    assert moved("[a](docs/cases.md#a-case)", "README.md") == "[a](cases.md#a-case)"
    assert (
        moved("[a](../README.md), [b](#here), [c](mailto:a@b.kz)", "docs/index.md")
        == "[a](start.md), [b](#here), [c](mailto:a@b.kz)"
    )
    assert moved("[a](../../CONTRIBUTING.md)", "docs/tutorials/judge.md") == "[a](../contributing.md)"
    assert moved("in [`packs`](packs) and [all](packs)", "README.md") == "in `packs` and all (`packs`)"
    assert moved("[a](../examples/lists.yaml)", "docs/index.md") == "[a](files/examples/lists.yaml)"
    assert (tmp_path / "files/examples/lists.yaml").is_file()
    assert moved("```sh\n[a](nowhere.md)\n```", "docs/index.md") == "```sh\n[a](nowhere.md)\n```"
    with pytest.raises(site.SiteError, match=r"docs/index.md: nowhere.md leads nowhere"):
        moved("[a](nowhere.md)", "docs/index.md")


def test_a_built_site_is_followed_link_by_link(tmp_path: Path) -> None:
    (tmp_path / "b.kk").mkdir()
    (tmp_path / "index.html").write_text(
        '<html lang="en"><p id="a"><a href="b.kk/">.</a> <a href="b.kk/#no">.</a> <a href="#a">.</a> <a href="c/">.</a>'
        '<a href="https://elsewhere.example/">.</a><img src="https://elsewhere.example/p.png"><script src="s.js"></script>'
    )
    (tmp_path / "b.kk/index.html").write_text('<html lang="en"><p id="yes">')
    (tmp_path / "s.css").write_text("@import 'https://elsewhere.example/f.css'; a { background: url(p.png) }")
    assert sorted(site.finish(tmp_path)) == [
        "index.html: b.kk/#no leads to no such place",
        "index.html: c/ leads nowhere",
        "index.html: img src would load https://elsewhere.example/p.png",
        "index.html: s.js leads nowhere",
        "s.css: would load https://elsewhere.example/f.css",
    ]
    assert (tmp_path / "b.kk/index.html").read_text().startswith('<html lang="kk"')


def test_every_public_name_tells_what_it_is() -> None:
    assert reference.undocumented() == []


def test_the_reference_has_every_verb_and_command(monkeypatch: pytest.MonkeyPatch) -> None:
    page = reference.python()
    assert "### qualify\n\n```python\nqualify(case: Case, on: str | None = None) -> Qualification\n```" in page
    assert "### Address\n" in page and "Floor 6" in page
    page = reference.commands()
    assert "## saralau qualify\n" in page and "### saralau pack check\n" in page
    assert "Usage: saralau pack check [OPTIONS]" in page
