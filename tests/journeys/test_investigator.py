"""An investigator: tells facts, is asked for more, sees the answer grow, keeps the case, takes it away, deletes it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from saralau.cases.reading import read_case_text

from .conftest import Read
from .reader import manner

pytestmark = pytest.mark.xdist_group("journeys")  # one server and one browser for all


@pytest.mark.parametrize(
    ("code", "words"),
    [("kk", "қол жеткізу"), ("ru", "доступ"), ("en", "access")],
)
def test_a_case_from_the_first_fact_to_its_end(read: Read, code: str, words: str) -> None:
    reader = read(code, manner(1, code))
    page = reader.page
    name = f"{reader.say('web-case-name')} 1"

    reader.open("/")
    reader.section("qualify")
    assert page.locator("legend").all_text_contents() == [reader.say("web-person", n=1), reader.say("web-deed", n=1)]
    reader.write(page.locator("input[name=find]"), words)
    reader.follow(page.locator(".terms form button").first)
    reader.follow(page.locator("button[value='add:act:access']"))
    expect(page.locator(".chip")).to_have_count(1)

    answers = [page.locator(".answer").inner_text()]
    for _ in range(2):
        reader.follow(page.locator(".ask button[value^='answer:']").first)
        answers.append(page.locator(".answer").inner_text())
    assert len(set(answers)) == 3  # each fact changed the answer
    assert page.locator(".chip").count() >= 3
    asked = page.locator(".ask p").inner_text()
    reader.follow(page.locator(".ask button[value^='skip:']"))
    assert page.locator(".ask p").all_inner_texts() != [asked]

    reader.press(page.locator(".keep summary"))
    reader.write(page.locator(".keep input[name=name]"), name)
    reader.follow(page.locator(".keep button[value=new]"))
    expect(page.locator(".keep [role=status]")).to_have_text(reader.say("web-save-same", name=name))
    facts = page.locator(".chip").all_inner_texts()

    reader.follow(page.locator(".own a[href='/cases']"))
    kept = page.locator(".kept li", has=page.get_by_role("link", name=name, exact=True))
    reader.follow(kept.locator(".kept-name"))
    assert page.locator(".chip").all_inner_texts() == facts

    reader.follow(page.locator(".own a[href='/cases']"))
    called, text = reader.fetch(kept.locator("a[href$='/case.yaml']"))
    assert called.endswith(".yaml")
    case = read_case_text(text.decode(), called)
    assert [fact.term for fact in case.deeds[0].facts["conduct"]] == ["access"]

    last = kept.locator("details").last
    reader.press(last.locator("summary"))
    reader.follow(last.locator("button"))
    expect(kept).to_have_count(0)
