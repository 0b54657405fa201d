"""Somebody who reads in a browser, and what must hold on every page that they come to."""

from __future__ import annotations

import json
import re
from enum import Enum
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Download, Locator, Request, expect

from saralau.messages import say

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    # Our pages have no frames and styles of their own origin; where in a page a flaw is, its markup tells.
    **dict.fromkeys(("selectors", "elementRef", "preload", "iframes", "performanceTimer"), False),
}
_AXE = Axe()
# What a page says in its own language: texts and names, without what is marked as another language, and code to type.
_TEXTS = """code => {
  const own = e => { const l = e.closest('[lang]'); return l && l.lang === code && !e.closest('script, style, code, [translate=no]') }
  const others = [...document.querySelectorAll('main [lang]')].map(e => e.textContent)
  const found = document.title.split(/ [–·] /).filter(part => !others.some(text => text.includes(part)))
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) if (walk.currentNode.data.trim() && own(walk.currentNode.parentElement)) found.push(walk.currentNode.data)
  for (const e of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
    if (own(e)) for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (e.hasAttribute(name)) found.push(e.getAttribute(name))
  return [...new Set(found.map(one => one.trim()))]
}"""
# How many stops of the Tab key may lie before an element; only to press at once, what is reached is looked at.
_STOPS = """target => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"], #main')]
  const stops = all.filter(e => e === document.activeElement || (e.tabIndex >= 0 && e.type !== 'hidden' && e.checkVisibility()))
  return Math.max(0, stops.indexOf(target) - stops.indexOf(document.activeElement))
}"""
# Words in Latin letters that are the same in every language.
_NAMES = {
    "saralau",
    "html",
    "docx",
    "odt",
    "pdf",
    "csv",
    "json",
    "yaml",
    "xlsx",
    "kzt",
    "sim",
    "ii",
    "iii",
    "iv",
    "vi",
    "vii",
}


class Manner(Enum):
    """How somebody reads."""

    KEYS = "by keyboard alone, in the dark"
    NARROW = "on a phone, 380 wide"
    PLAIN = "without scripts"


def manner(journey: int, code: str) -> Manner:
    """Every journey in every manner and every language: three runs of each."""
    return tuple(Manner)[(journey + ("kk", "ru", "en").index(code)) % 3]


class Reader:
    """Somebody with a window of their own. `press`, `write`, `choose` do with the keyboard or the mouse, as the reader does;
    wherever that leads, the page is looked at.
    """

    def __init__(self, browser: Browser, address: str, code: str, manner: Manner) -> None:
        self.code, self.manner, self.address = code, manner, address
        self.seen: list[str] = []
        self.flaws: list[str] = []
        self.names: set[str] = set()  # words that the reader or somebody else brought, which are in no language
        self.excused: list[str] = []  # parts of console messages that a journey means to cause
        self.context = browser.new_context(
            base_url=address,
            locale={"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}[code],
            java_script_enabled=manner is not Manner.PLAIN,
            color_scheme="dark" if manner is Manner.KEYS else "light",
            viewport={"width": 380, "height": 800} if manner is Manner.NARROW else {"width": 1280, "height": 900},
            has_touch=manner is Manner.NARROW,
        )
        self.context.set_default_timeout(15_000)
        self.page = self.context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.flaws.append(f"error {error}"))
        self.page.on("request", self._asked)

    def leave(self) -> None:
        """Closes the window."""
        self.context.close()

    # -- going ----------------------------------------------------------------------------------------------------

    def open(self, path: str) -> None:
        """Types an address."""
        answer = self.page.goto(path)
        assert answer is not None and answer.status == 200, path
        self.look()

    def section(self, name: str) -> None:
        """Opens a section, from the navigation."""
        if self.manner is Manner.NARROW:
            self.page.locator(".sections > button").click()
        self.follow(self.page.locator(f"#sections a[href='/{name}']"))

    def follow(self, target: Locator) -> None:
        """Presses what leads to another page, and looks at that."""
        if self.manner is Manner.KEYS:
            self._reach(target)  # the link that skips leads to a place on the page, which counts as going somewhere
        with self.page.expect_navigation():
            self.press(target)
        self.look()

    def press(self, target: Locator) -> None:
        """Presses a link, a button, a summary."""
        if self.manner is Manner.KEYS:
            self._reach(target)
            self.page.keyboard.press("Enter")
        else:
            target.click()

    def write(self, field: Locator, words: str) -> None:
        """Writes into a field, in the place of what is there."""
        if self.manner is Manner.KEYS:
            self._reach(field)
            self.page.keyboard.press("Control+A")
            self.page.keyboard.insert_text(words)
        else:
            field.fill(words)

    def choose(self, field: Locator, value: str) -> None:
        """Chooses one of a list."""
        if self.manner is Manner.KEYS:
            self._reach(field)
            steps = field.evaluate("(e, value) => [...e.options].findIndex(o => o.value === value) - e.selectedIndex", value)
            for _ in range(abs(steps)):
                self.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
            expect(field).to_have_value(value)
        else:
            field.select_option(value)

    def fetch(self, target: Locator) -> tuple[str, bytes]:
        """Presses what gives a file: its name and what is in it."""
        with self.page.expect_download() as coming:
            self.press(target)
        download: Download = coming.value
        return download.suggested_filename, Path(download.path()).read_bytes()

    def say(self, message: str, **arguments: Any) -> str:
        """What the interface says in the reader's language."""
        return say(message, self.code, **arguments)

    def _reach(self, target: Locator) -> None:
        """Goes with the Tab key to an element; by the link that skips, if the page has just been opened."""
        expect(target).to_be_visible()
        here = "e => document.activeElement === e"
        body = self.page.evaluate("document.activeElement === document.body")
        if body and target.evaluate("e => !!e.closest('main')"):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.matches('.skip')"):
                self.page.keyboard.press("Enter")
            else:
                assert "#" in self.page.url, "the first stop skips the navigation"
        for _ in range(target.evaluate(_STOPS)):
            self.page.keyboard.press("Tab")
        for _ in range(300):
            if target.evaluate(here):
                assert target.evaluate("e => e.matches(':focus-visible') && getComputedStyle(e).outlineStyle !== 'none'")
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{target} is not reached by keyboard")

    # -- looking --------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """What must hold on every page."""
        page = self.page
        self.seen.append(page.url.removeprefix(self.address))
        assert page.locator("html").get_attribute("lang") == self.code
        assert page.locator("h1").count() == 1
        if self.manner is not Manner.PLAIN:  # axe is a script
            self.flaws += [f"axe: {one}" for one in violations(self)]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            self.flaws.append(f"scrolls sideways by {wide}")
        self.flaws += [
            f"not in {self.code}: {one}" for one in foreign(page.evaluate(_TEXTS, self.code), self.code, _NAMES | self.names)
        ]
        assert not self.flaws, f"{self.seen[-1][:300]}\n" + "\n".join(self.flaws)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(one in message.text for one in self.excused):
            self.flaws.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.address}/", "data:", "blob:")):
            self.flaws.append(f"asked elsewhere: {request.url}")


def violations(reader: Reader) -> list[str]:
    """What axe finds: the rule, and the first places."""
    found = _AXE.run(reader.page, options=RULES).response["violations"]
    return [json.dumps([one["id"], [node["html"][:200] for node in one["nodes"][:3]]], ensure_ascii=False) for one in found]


def foreign(texts: list[str], code: str, names: set[str]) -> list[str]:
    """Texts of a page that are not in its language: Latin words on a Kazakh or Russian page, Cyrillic on an English one.
    What is quoted, an address and a command are what they are.
    """
    found = []
    for text in texts:
        own = re.sub(r"“[^”]*”|`[^`]*`|/akn/\S+|saralau/\w+/\d", "", text)
        words = re.findall("[Ѐ-ӿ]+" if code == "en" else "[A-Za-z_]{2,}", own)
        if {word.lower() for word in words} - names:
            found.append(text)
    return found
