"""Somebody with an account on a shared server: in, a case of their own, out, and nothing left on the screen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from saralau.keeping import people
from saralau.keeping.connecting import open_keeping

from .conftest import serving
from .reader import Manner, Reader

pytestmark = pytest.mark.xdist_group("journeys")  # one server and one browser for all

NAME, PASSWORD = "aliya.seitova", "a long password"


@pytest.fixture
def shared(browser: Browser, acts: Path, tmp_path: Path) -> Iterator[Reader]:
    """Who comes to a server with accounts, among them theirs."""
    library = tmp_path / "shared"
    shutil.copytree(acts, library)
    keeping = open_keeping(library)
    people.add(keeping, NAME, "reader", PASSWORD)
    keeping.engine.dispose()
    with serving(library, "--accounts", SARALAU_SECRET="s" * 40) as address:
        reader = Reader(browser, address, "ru", Manner.KEYS)
        yield reader
        reader.leave()


def test_in_and_out_again(shared: Reader) -> None:
    reader, page = shared, shared.page
    reader.names = {"aliya", "seitova", "owner", "patients"}  # what people called themselves, and in the example
    reader.excused = ["401"]  # the answer to a wrong password

    reader.open("/acts")
    for password in ("another password", PASSWORD):
        expect(page.locator("h1")).to_have_text(reader.say("web-sign-in"))
        assert page.locator("nav.own").count() == 0
        reader.write(page.locator("#name"), NAME)
        reader.write(page.locator("#password"), password)
        reader.follow(page.locator("main button"))
        if password != PASSWORD:
            expect(page.locator("#flaw")).to_have_text(reader.say("web-sign-in-wrong"))
    assert page.url.endswith("/acts")  # where the reader wanted to go
    expect(page.locator(".own a[href='/account']")).to_have_text(NAME)

    reader.open("/qualify/example/data-erased-gravely")
    reader.press(page.locator(".keep summary"))
    reader.write(page.locator(".keep input[name=name]"), "Моё дело")
    reader.follow(page.locator(".keep button[value=new]"))
    reader.follow(page.locator(".own a[href='/cases']"))
    expect(page.locator(".kept-name")).to_have_text("Моё дело")
    reader.follow(page.locator(".own a[href='/account']"))

    reader.follow(page.locator(".own form[action='/sign-out'] button"))
    expect(page.locator("h1")).to_have_text(reader.say("web-sign-in"))
    for _ in range(2):  # nor with the browser's "back"
        page.go_back()
        expect(page.locator("h1")).to_have_text(reader.say("web-sign-in"))
    reader.open("/cases")
    expect(page.locator("h1")).to_have_text(reader.say("web-sign-in"))
