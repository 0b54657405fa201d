"""The documentation as a site: `python -m bench.site stage FOLDER` before Zensical, `... finish SITE` after it.

The pages are the Markdown files that one reads in the repository, each once. Staging gives them the addresses that they
have in the site: a link to a file of the repository that is no page leads to a copy of it, one to a folder becomes its
name. The reference is written from the code. Finishing sets the language of each page, then follows every link of the
built site and ends with 1 if one leads nowhere, or if anything would be loaded from elsewhere.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

TREE = Path(__file__).resolve().parents[1]
ROOT_PAGES = {
    "README.md": "start.md",
    "README.ru.md": "start.ru.md",
    "README.kk.md": "start.kk.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "LICENSES.md": "licences.md",
}
SAMPLES = "examples/drafts"  # pages that `make drafts` writes
REFERENCE = {  # what bench/reference.py writes, and in which language
    "reference/python.md": ("python", "en"),
    "reference/commands.md": ("commands", "en"),
    "reference/commands.ru.md": ("commands", "ru"),
    "reference/commands.kk.md": ("commands", "kk"),
}
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)")
_FENCE = re.compile(r"(?ms)^(```.*?^```$)")


class SiteError(Exception):
    """A page that cannot be built as it stands."""


def pages() -> dict[str, str]:
    """Files of the repository that are pages of the site, and their place in it."""
    found = {f"docs/{file.relative_to(TREE / 'docs').as_posix()}": "" for file in sorted((TREE / "docs").rglob("*.md"))}
    found = {name: name.removeprefix("docs/") for name in found}
    found |= ROOT_PAGES
    for file in sorted((TREE / SAMPLES).glob("*.impact.md")):
        found[f"{SAMPLES}/{file.name}"] = f"samples/{file.name}"
    return found


def stage(folder: Path) -> None:
    """Writes the pages, the reference and what they show into `folder`, which is emptied of Markdown first."""
    for old in folder.rglob("*.md"):
        old.unlink()
    placed = pages()
    for name, place in placed.items():
        text = (TREE / name).read_text("utf-8")
        _write(folder / place, "".join(_moved(piece, name, placed, folder) for piece in _FENCE.split(text)).encode())
    for sheet in sorted((TREE / "docs/stylesheets").iterdir()):
        _write(folder / "stylesheets" / sheet.name, sheet.read_bytes())
    writing = [(place, subprocess.Popen(
        [sys.executable, "-m", "bench.reference", what], cwd=TREE, stdout=subprocess.PIPE,
        env=os.environ | {"SARALAU_LANG": language, "PYTHONPATH": f"{TREE / 'src'}"},
    )) for place, (what, language) in REFERENCE.items()]  # fmt: skip
    for place, process in writing:
        written, _ = process.communicate()
        if process.returncode:
            raise SiteError(f"{place}: the reference could not be written")
        _write(folder / place, written)


def _moved(text: str, name: str, placed: dict[str, str], folder: Path) -> str:
    """`text` of the page `name` with its links as they are in the site; code blocks stay as they are."""
    if text.startswith("```"):
        return text

    def link(found: re.Match[str]) -> str:
        picture, words, target = found.groups()
        address = urlsplit(target)
        if address.scheme or not address.path:
            return found.group()
        there = os.path.normpath(os.path.join(os.path.dirname(name), unquote(address.path)))  # noqa: PTH118, PTH120
        base = os.path.dirname(placed[name])  # noqa: PTH120
        if there in placed:
            place = placed[there]
        elif (TREE / there).is_dir():
            return words if words.startswith("`") else f"{words} (`{there}`)"
        elif (TREE / there).is_file() and not there.startswith(".."):
            place = there.removeprefix("docs/") if there.startswith("docs/") else f"files/{there}"
            place += ".txt" if place.endswith(".md") else ""  # what no navigation has is no page
            _write(folder / place, (TREE / there).read_bytes())
        else:
            raise SiteError(f"{name}: {target} leads nowhere")
        fragment = f"#{address.fragment}" if address.fragment else ""
        return f"{picture}[{words}]({os.path.relpath(place, base or '.')}{fragment})"

    return _LINK.sub(link, text)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.is_file() or file.read_bytes() != content:
        file.write_bytes(content)


def in_navigation(config: Path = TREE / "zensical.toml") -> list[str]:
    """Places of the pages that the navigation has, in its order."""

    def leaves(node: object) -> Iterator[str]:
        if isinstance(node, str):
            yield node
        elif isinstance(node, list):
            for one in node:
                yield from leaves(one)
        elif isinstance(node, dict):
            for one in node.values():
                yield from leaves(one)

    return list(leaves(tomllib.loads(config.read_text("utf-8"))["project"]["nav"]))


def finish(site: Path) -> list[str]:
    """Sets languages, then tells what is wrong with the built site."""
    flaws = []
    trees = {}
    for file in sorted(site.rglob("*.html")):
        language = re.search(r"\.(kk|ru)$", file.parent.name)
        if language:
            told = file.read_text("utf-8")
            file.write_text(told.replace('<html lang="en"', f'<html lang="{language[1]}"', 1), "utf-8")
        trees[file] = html.parse(str(file)).getroot()
    targets = {file: set(tree.xpath("//@id | //a/@name")) for file, tree in trees.items()}
    for file, tree in trees.items():
        shown = file.relative_to(site)
        for element, attribute, target, _ in tree.iterlinks():
            address = urlsplit(target)
            loads = element.tag != "a" and element.get("rel") not in ("canonical", "next", "prev")
            if address.scheme or address.netloc:
                if loads and address.scheme != "data":
                    flaws.append(f"{shown}: {element.tag} {attribute} would load {target}")
                continue
            if not address.path and not address.fragment:
                continue
            there = (file.parent / unquote(address.path)).resolve() if address.path else file
            if address.path.startswith("/"):
                there = site / unquote(address.path).lstrip("/")
            if there.is_dir():
                there /= "index.html"
            if not there.is_file():
                flaws.append(f"{shown}: {target} leads nowhere")
            elif address.fragment and there in targets and unquote(address.fragment) not in targets[there]:
                if element.get("class", "").startswith("md-"):
                    continue  # of the frame, moved by its script
                flaws.append(f"{shown}: {target} leads to no such place")
    for sheet in site.rglob("*.css"):
        far = re.findall(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^)\"']+)", sheet.read_text("utf-8"))
        flaws += [f"{sheet.relative_to(site)}: would load {address}" for address in far]
    return flaws


def main(verb: str, folder: str) -> int:
    """Exit code 1, and a sentence for each flaw, if something is wrong."""
    try:
        if verb == "stage":
            stage(Path(folder))
            there = {*pages().values(), *REFERENCE}
            flaws = [f"zensical.toml: {place} is no page" for place in in_navigation() if place not in there]
            flaws += [f"zensical.toml: the navigation lacks {place}" for place in sorted(there - set(in_navigation()))]
        else:
            flaws = finish(Path(folder).resolve())
    except SiteError as flaw:
        flaws = [str(flaw)]
    for line in flaws[:50]:
        print(line, file=sys.stderr)
    if flaws[50:]:
        print(f"and {len(flaws) - 50} more", file=sys.stderr)
    return bool(flaws)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
