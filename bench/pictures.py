"""`python -m bench.pictures LIBRARY FOLDER [--only KIND ...]`: every kind of page, looked at.

Serves a copy of a library, opens every kind of page of the web application in three languages and two widths, once in the
dark and once as printed, and keeps pictures in FOLDER, with `index.html` to look at them side by side. What a machine can
see is measured: sideways scrolling, words cut off, targets too small for a finger, the rules of axe, messages of the
browser, requests to elsewhere, languages, titles, headings, letters that our fonts lack. What is found is printed, and
makes the exit code 1. Needs Chromium and the development group. Pictures of real texts are not for the repository.
"""

from __future__ import annotations

import argparse
import html
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from tests.journeys.conftest import CHROMIUM, QUIETLY, serving
from tests.journeys.reader import RULES

from saralau.corpus.shelf import Shelf
from saralau.keeping import people
from saralau.keeping.connecting import open_keeping
from saralau.web.asking import address_of, expression

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
NAME, PASSWORD = "reader", "a long password"
TALL, PIECES = 2000, 3  # pixels of a picture; how many of them a page gets at most
FIND, SEARCH = ({"kk": "қол", "ru": "доступ", "en": "access"}, {"kk": "ақпарат", "ru": "информация", "en": "penalty"})
LOOKS = ("dark", "print")  # of every kind, in the last language at the last width

# Elements whose words are cut off, where that was not meant for who listens.
_CUT = """() => [...document.querySelectorAll('body *')].filter(e => /hidden|clip/.test(getComputedStyle(e).overflowX)
  && !e.closest('svg') && !e.matches('.sr') && e.scrollWidth > e.clientWidth + 1 && e.checkVisibility())
  .map(e => e.outerHTML.slice(0, 120))"""
# What is pressed, outside of running text, and is under 24 pixels.
_TINY = """() => [...document.querySelectorAll('a[href], button, summary, select, input:not([type=hidden])')].filter(e => {
  const box = e.getBoundingClientRect()
  return e.checkVisibility() && !e.matches('.sr, .skip, label input, p *') && getComputedStyle(e).display !== 'inline'
    && Math.min(box.width, box.height) < 23.5
}).map(e => {
  const box = e.getBoundingClientRect(); return `${box.width | 0} × ${box.height | 0} ${e.outerHTML.slice(0, 90)}`
})"""
# Letters that stand on the page and in none of our fonts; arrows are in those of every system.
_LACKING = r"""() => {
  const ranges = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
    .filter(rule => rule instanceof CSSFontFaceRule).flatMap(rule => rule.style.getPropertyValue('unicode-range').split(','))
    .map(range => range.trim().slice(2).split('-').map(end => parseInt(end, 16)))
  const held = letter => ranges.some(([from, to]) => from <= letter.codePointAt() && letter.codePointAt() <= (to ?? from))
  return [...new Set(document.body.innerText.replace(/[\s←→↔]/g, ''))].filter(letter => !held(letter)).join(' ')
}"""
_WIDE = "document.documentElement.scrollWidth - innerWidth"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: its name, its address, what is done there before it is looked at."""

    name: str
    address: str
    then: Callable[[Page], object] | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """How pages are looked at: in a language, so many pixels wide, in the light, in the dark or printed."""

    code: str
    width: int
    look: str

    def __str__(self) -> str:
        return f"{self.code}-{self.width}-{self.look}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Takes the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench.pictures")
    parser.add_argument("library", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="+", default=[], metavar="KIND", help="kinds whose names begin like this")
    parser.add_argument("--codes", default="kk,ru,en")
    parser.add_argument("--widths", default="390,1280")
    asked = parser.parse_args(arguments)
    if CHROMIUM is None:
        sys.exit("the pictures need Chromium (apt-get install chromium)")
    ways = [Way(code, int(width), "light") for code in asked.codes.split(",") for width in asked.widths.split(",")]
    ways += [Way(ways[-1].code, ways[-1].width, look) for look in LOOKS]
    began, seen, flaws = time.monotonic(), 0, 0
    with _servers(asked.library) as servers, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=list(QUIETLY))
        for way in ways:
            for kind in kinds(servers, asked.library, way.code):
                if asked.only and not kind.name.startswith(tuple(asked.only)):
                    continue
                for flaw in look(browser, kind, way, asked.folder):
                    print(f"{kind.name} {way}: {flaw}", flush=True)
                    flaws += 1
                seen += 1
        browser.close()
    _index(asked.folder)
    print(f"{seen} pages in {time.monotonic() - began:.0f} s, {flaws} flaws")
    sys.exit(1 if flaws else 0)


@contextmanager
def _servers(library: Path) -> Iterator[dict[str, str]]:
    """Servers over copies of the library: of who sits at the machine, with accounts, and without any act."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        servers = {}
        for name in ("own", "shared", "empty"):
            copy = Path(folder) / name
            shutil.copytree(library, copy) if name != "empty" else copy.mkdir()
            options: list[str] = []
            if name == "shared":
                options = ["--accounts"]
                keeping = open_keeping(copy)
                people.add(keeping, NAME, "editor", PASSWORD)
                keeping.engine.dispose()
            servers[name] = stack.enter_context(serving(copy, *options, SARALAU_SECRET="s" * 40))
        yield servers


def kinds(servers: dict[str, str], library: Path, code: str) -> list[Kind]:
    """Every kind of page, over the act of which there are most texts and an article that changed."""
    own, shared, empty = servers["own"], servers["shared"], servers["empty"]
    works = Shelf(library).works()
    work = max(works, key=lambda one: len(one.texts))
    held = work.text(code) or work.texts[-1]
    act, texts = address_of(work, held), sorted(work.texts, key=lambda one: one.edition)
    dated, before = next(
        (
            (new, old)
            for new in reversed(texts)
            for old in texts
            if (old.language, old.edition < new.edition) == (new.language, True)
        ),
        (held, None),
    )
    changed, versus = f"{own}/change{address_of(work, dated)}", f"{own}/differences{address_of(work, dated)}"
    differing = f"{versus}?with={expression(before)}" if before else changed
    number = next(
        iter(re.findall(r"/~(art_[^\"_]+)", httpx.get(differing, timeout=60, follow_redirects=True).text)), "art_10"
    )
    article, newest = f"{own}{act}/~{number}", f"{own}{address_of(work, dated)}/~{number}"
    other = next((one for one in texts if one.language != held.language), held)
    case = f"{own}/qualify/example/"
    found = [
        Kind("home", f"{own}/"),
        Kind("home-empty", f"{empty}/"),
        Kind("acts", f"{own}/acts"),
        Kind("acts-empty", f"{empty}/acts"),
        Kind("act", f"{own}{act}"),
        Kind("article", article),
        Kind("article-part", f"{article}__para_2"),
        Kind("article-language", f"{article}?with={expression(other)}", _opened),
        Kind("change-choose", f"{own}/change"),
        Kind("change", changed),
        Kind("change-tables", changed, _opened),
        Kind("survival", f"{own}/survival{address_of(work, dated)}"),
        Kind("findings-choose", f"{own}/findings"),
        Kind("findings", f"{own}/findings{act}"),
        Kind("findings-article", f"{own}/findings{act}/~{number}"),
        Kind("terms", f"{own}/terms"),
        Kind("terms-tables", f"{own}/terms", _opened),
        Kind("terms-empty", f"{empty}/terms"),
        Kind("terms-act", f"{own}/terms{address_of(works[-1], works[-1].texts[-1])}"),
        Kind("map", f"{own}/map"),
        Kind("map-lists", f"{own}/map?lists=own&I=205,206&II=188"),
        Kind("qualify", f"{own}/qualify"),
        Kind("qualify-case", f"{case}data-erased-gravely"),
        Kind("qualify-gang", f"{case}attack-by-a-gang", _opened),
        Kind("qualify-find", f"{own}/qualify?find={quote(FIND[code])}"),
        Kind("treaties", f"{own}/treaties"),
        Kind("treaty", f"{own}/treaties/budapest"),
        Kind("treaty-cell", f"{own}/treaties/budapest", _cell),
        Kind("treaty-two", f"{own}/treaties/budapest?code=kz&code=de"),
        Kind("drafts", f"{own}/drafts"),
        Kind("drafts-result", f"{own}/drafts?act={address_of(work, dated)}", _drafted),
        Kind("drafts-problem", f"{own}/drafts", lambda page: _sent(page, ".draft button[value=page]")),
        Kind("search", f"{own}/search"),
        Kind("search-hits", f"{own}/search?q={quote(SEARCH[code])}"),
        Kind("search-none", f"{own}/search?q=qqqqwwww"),
        Kind("adding", f"{own}/acts/add"),
        Kind("cases", f"{own}/cases"),
        Kind("cases-kept", f"{case}data-erased-gravely", _kept),
        Kind("sign-in", f"{shared}/sign-in"),
        Kind("sign-in-wrong", f"{shared}/sign-in", lambda page: _signed(page, "wrong")),
        Kind("account", f"{shared}/sign-in?next=/account", lambda page: _signed(page, PASSWORD)),
        Kind("problem-absent", f"{own}/akn/xx"),
        Kind("problem-case", f"{own}/qualify?c=zz"),
    ]  # fmt: skip
    if before:
        found += [
            Kind("article-edition", f"{newest}?with={expression(before)}"),
            Kind("differences", differing),
        ]
    return found


def _opened(page: Page) -> None:
    """What is folded, unfolded."""
    page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true })")


def _cell(page: Page) -> None:
    """The reasons of two cells of a table."""
    for one in page.locator(".matrix td summary").all()[:2]:
        one.click()


def _sent(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.locator(button).first.click()


def _drafted(page: Page) -> None:
    real = "/kz/" in page.locator("#act").input_value()
    page.locator("#text").fill(
        (EXAMPLES / ("drafts/access-codes.ru.md" if real else "sample-draft.ru.md")).read_text("utf-8")
    )
    _sent(page, ".draft button[value=page]")


def _kept(page: Page) -> None:
    page.locator(".keep summary").click()
    page.locator(".keep input[name=name]").fill("2026/1")
    _sent(page, ".keep button[value=new]")
    page.goto(page.url.partition("/qualify")[0] + "/cases")


def _signed(page: Page, password: str) -> None:
    page.locator("#name").fill(NAME)
    page.locator("#password").fill(password)
    _sent(page, "main form button")


def look(browser: Browser, kind: Kind, way: Way, folder: Path) -> list[str]:
    """Keeps pictures of a page; what is wrong with it, as far as a machine sees."""
    flaws: list[str] = []
    context = browser.new_context(
        locale={"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}.get(way.code, way.code),
        viewport={"width": way.width, "height": 900},
        color_scheme="dark" if way.look == "dark" else "light",
    )
    context.set_default_timeout(120_000)
    page, home = context.new_page(), kind.address.split("/", 3)[2]
    said: list[tuple[str, str]] = []
    asked: list[str] = []
    page.on("console", lambda one: said.append((one.type, one.text)))
    page.on("request", lambda one: asked.append(one.url))
    page.on("pageerror", lambda error: flaws.append(f"error: {error}"))
    page.goto(kind.address)
    if kind.then:
        kind.then(page)
    if way.look == "print":
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 680, "height": 960})  # A4 without its margins
    flaws += _measured(page, way)
    flaws += [f"asked {one}" for one in asked if not one.startswith(("data:", f"http://{home}/"))]
    # A page that says what is wrong has its status, which the browser remarks.
    flaws += [f"console: {text}" for kind_, text in said if kind_ in ("error", "warning") and "status of 4" not in text]
    width = page.viewport_size["width"] if page.viewport_size else way.width
    page.set_viewport_size(
        {"width": width, "height": TALL}
    )  # pieces of a window: a whole page of thousands of rows takes minutes
    height = page.evaluate("document.documentElement.scrollHeight")
    for piece in range(min(PIECES, -(-height // TALL))):
        page.evaluate(f"scrollTo({{ top: {piece * TALL}, behavior: 'instant' }})")
        page.screenshot(path=folder / kind.name / f"{way}-{piece}.png")
    context.close()
    return flaws


def _measured(page: Page, way: Way) -> Iterator[str]:
    if (wide := page.evaluate(_WIDE)) > 0:
        yield f"scrolls sideways by {wide}"
    for id, measure in (("cut", _CUT), ("tiny", _TINY)):
        if way.look != "print":
            yield from (f"{id}: {one}" for one in page.evaluate(measure)[:5])
    if lacking := page.evaluate(_LACKING):
        yield f"not in our fonts: {lacking}"
    if (lang := page.locator("html").get_attribute("lang")) != way.code:
        yield f"says that it is in {lang}"
    if (headings := page.locator("h1").count()) != 1:
        yield f"{headings} headings of the first level"
    if len(page.title()) < len("… · Saralau"):
        yield f"is called {page.title()!r}"
    if way.look != "print":
        for one in Axe().run(page, options=RULES).response["violations"]:
            yield f"axe: {one['id']}: {'; '.join(node['html'][:120] for node in one['nodes'][:3])}"


def _index(folder: Path) -> None:
    """A page of all pictures, a row of them for each kind."""
    rows = []
    for kind in sorted(one for one in folder.iterdir() if one.is_dir()):
        seen = [f"{kind.name}/{one.name}" for one in sorted(kind.glob("*-0.png"))]
        shown = "".join(f'<a href="{one}"><img src="{one}" title="{one}" loading="lazy"></a>' for one in seen)
        rows.append(f"<h2>{html.escape(kind.name)}</h2><p>{shown}</p>")
    style = "<style>img { height: 40rem; border: 1px solid #999; margin: 0 .5rem } p { white-space: nowrap; overflow: auto }"
    (folder / "index.html").write_text(f"<!doctype html><meta charset=utf-8>{style}</style>{''.join(rows)}", "utf-8")


if __name__ == "__main__":
    main()
