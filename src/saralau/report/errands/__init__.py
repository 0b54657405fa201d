"""Work that doors give to a worker: functions with plain arguments and records as answers.

Texts that were sent come as bytes with a name, whose suffix may tell the format. Acts in hand come as `Held`, with the
folder of the library and the works that it lists, so that a worker never opens the catalogue.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from saralau.acts import Act, parse_act
from saralau.corpus.model import Held
from saralau.corpus.shelf import Shelf, Shelved
from saralau.documents.reading import read_bytes
from saralau.languages import language
from saralau.messages import InputError

Record = dict[str, Any]
_CONDITIONS = 12  # and provisions that come near, in the reasons of a scenario


class Lent(Shelf):
    """The shelf of a library as another process lists it."""

    def __init__(self, folder: Path, works: tuple[Shelved, ...]) -> None:
        super().__init__(folder)
        self.listed = works

    def works(self) -> tuple[Shelved, ...]:
        """The works that were listed."""
        return self.listed


_LENT: list[Lent] = []  # the last one, with the acts that it has read


def lent(folder: Path, works: tuple[Shelved, ...]) -> Lent:
    """The shelf for a task; acts that were read for the last one stay, for a text never changes under its checksum."""
    if not _LENT or _LENT[0].folder != folder:
        _LENT[:] = [Lent(folder, works)]
    _LENT[0].listed = works
    return _LENT[0]


def act_of(content: bytes, name: str, lang: str | None) -> Act:
    """What was sent, as an act. InputError if it cannot be read or has no article."""
    act = parse_act(read_bytes(content, name), language(lang) if lang else None)
    if next(act.mains(), None) is None:
        raise InputError("act-without-articles", name=name, code=act.language.code)
    return act


def lint_posted(
    content: bytes, name: str, lang: str | None, select: Sequence[str], ignore: Sequence[str], code: str
) -> list[Record]:
    """Findings of the linter in a text that was sent (`saralau/finding/1`)."""
    return _linted(act_of(content, name, lang), None, select, ignore, code)


def lint_held(
    folder: Path, held: Held, twin: Held | None, select: Sequence[str], ignore: Sequence[str], code: str
) -> list[Record]:
    """The same for an act in hand; `twin` is its text in another language, which rules hold beside it."""
    shelf = shelf_in(folder)
    return _linted(shelf.act(held), shelf.act(twin) if twin else None, select, ignore, code)


def shelf_in(folder: Path) -> Lent:
    """The shelf of the last task, if it is of this library; for tasks that ask for no other act than they name."""
    return _LENT[0] if _LENT and _LENT[0].folder == folder else lent(folder, ())


def _linted(act: Act, twin: Act | None, select: Sequence[str], ignore: Sequence[str], code: str) -> list[Record]:
    from saralau.lint import chosen, lint
    from saralau.report.lint import finding_record

    return [finding_record(one, act, code) for one in lint(act, chosen(select, ignore), twin)]


def cite_posted(
    content: bytes, name: str, lang: str | None, on: str | None, folder: Path, works: tuple[Shelved, ...]
) -> list[Record]:
    """References in a text that was sent, each with what stands there in the library on a day (`saralau/citation/1`)."""
    from saralau.report.citing import citation_record, cite_document

    cited = cite_document(read_bytes(content, name), lang, lent(folder, works), on)
    return [citation_record(*pair, cited.document) for pair in cited.found]


def weigh_posted(content: bytes, name: str, folder: Path, held: Held) -> Record:
    """What a draft that was sent does to an act in hand (`saralau/draft-impact/1`)."""
    from saralau.drafts import read_draft
    from saralau.drafts.impact import weigh
    from saralau.report.draft_findings import linted
    from saralau.report.draft_record import impact_record

    act = shelf_in(folder).act(held)
    told = weigh(act, read_draft(read_bytes(content, name), act))
    return impact_record(told, linted(told))


def qualify_posted(content: bytes, on: str | None, skipped: Sequence[tuple[str, str]], code: str) -> Record:
    """What the facts of a case that was sent amount to (`saralau/qualified-case/1`), in lines too, and what to ask next."""
    from saralau.cases import qualify
    from saralau.cases.asking import next_question
    from saralau.report.qualification import brief, qualification_lines, qualification_record

    found = qualify(case_of(content), on)
    question = next_question(found, frozenset(skipped))
    return {
        "qualification": qualification_record(found),
        "brief": brief(found, code),
        "lines": list(qualification_lines(found, code)),
        "question": None if question is None else question_record(question, code),
    }


def case_of(content: bytes) -> Any:
    """The case in JSON that was sent. InputError tells the line of a mistake."""
    from saralau.cases.reading import case_from
    from saralau.packs.reading import read_yaml_text

    try:
        data = json.loads(content)
        json.dumps(data, ensure_ascii=False).encode()  # JSON can name halves of characters, which no answer can hold
    except (ValueError, RecursionError) as flaw:
        raise InputError("posted-no-json", why=flaw) from None
    try:
        return case_from(data, "case.json")
    except InputError as flaw:  # again with lines: slower, and only where something is wrong
        if "line" not in flaw.arguments:
            raise
        try:
            lines = read_yaml_text(content.decode(), Path("case.json"))[1]
        except (InputError, UnicodeDecodeError):  # JSON that is no YAML: the mistake is told without its line
            raise flaw from None
        return case_from(data, "case.json", lines)


def act_filed(content: bytes, name: str, called: str, title: str) -> Record:
    """What a file that was sent holds for a library, as data of the shape of `corpus.model.Reading`."""
    from dataclasses import asdict

    from saralau.corpus.units import Hints, read_text

    return asdict(read_text(content, name, Hints(called, title)))


def case_filed(content: bytes, name: str) -> Record:
    """The case in a file that was sent, as data of the same shape. InputError with the line of a mistake."""
    from saralau.cases.reading import read_case_text
    from saralau.cases.writing import case_record

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as flaw:
        raise InputError("file-refused", name=name, why=flaw) from None
    return case_record(read_case_text(text, name, begun=True))


def question_record(question: Any, code: str) -> Record:
    """The next question of an interview (`saralau/question/1`), with its words and those of the terms."""
    from saralau.cases.vocabulary import terms
    from saralau.report.qualification import question_line

    return {
        "schema": "saralau/question/1",
        "of": question.of,
        "facet": question.facet,
        "words": question_line(question, code),
        "whose": question.whose,
        "terms": [{"id": one, "label": terms().label(one, code)} for one in question.terms],
        "sufferers": list(question.sufferers),
        "provisions": [at.short for at in question.provisions],
    }


def offences_held(folder: Path, held: Held) -> Record:
    """The offences of an act in hand (`saralau/offence/1`, with their basis), and the numbers of its map."""
    from saralau.report.analysis import analyse_act
    from saralau.report.building import Words, build_picture, picture_record
    from saralau.report.register import basis_record, make_register, offence_records

    analysis = analyse_act(shelf_in(folder).act(held))
    basis = basis_record(analysis)
    words = Words(analysis.act, {offence.address: offence for offence in analysis.offences.items})
    return {
        "offences": [{**record, "basis": basis} for record in offence_records(analysis, quoting=True)],
        "map": picture_record(build_picture(make_register(analysis, quoting=True), words, None)),
    }


def diff_held(folder: Path, old: Held, new: Held) -> Record:
    """What two editions in hand have otherwise (`saralau/diff/1`)."""
    from saralau.report.editions import diff_acts, diff_record

    shelf = shelf_in(folder)
    return diff_record(diff_acts(shelf.act(old), shelf.act(new)))


def standing_held(folder: Path, held: Sequence[Held], day: str) -> list[Record]:
    """What is known of an act on a day from its texts in hand, article by article (`saralau/standing/1`)."""
    from saralau.history.standing import standing_on
    from saralau.report.history import standing_record

    acts = [shelf_in(folder).act(one) for one in held]
    told = standing_on(acts, day)
    return [standing_record(row, told, acts) for row in told.articles]


def definitions_held(folder: Path, held: Held) -> list[Record]:
    """What an act in hand defines (`saralau/definition/1`)."""
    from saralau.report.definitions import define_act, definition_records

    return list(definition_records(define_act(shelf_in(folder).act(held))))


def terms_held(folder: Path, held: Sequence[Held]) -> Record:
    """How acts in hand use what they and each other define (`saralau/terms/1`)."""
    from saralau.report.terms import tell_acts
    from saralau.report.terms_record import terms_record

    return terms_record(tell_acts([shelf_in(folder).act(one) for one in held]))


def cover_packs(_folder: Path, name: str, jurisdiction: str, day: str | None) -> Record:
    """What a code punishes of a treaty on a day (`saralau/coverage/1`)."""
    from saralau.report.coverage import coverage_record
    from saralau.treaties import cover, treaty

    return coverage_record(cover(treaty(name), jurisdiction, day))


def told_packs(_folder: Path, name: str, jurisdiction: str, day: str | None, code: str) -> Record:
    """The same in words too: labels and reasons by scenario, counts, what has to be said beside it."""
    from saralau.report import coverage
    from saralau.treaties import cover, treaty

    found = cover(treaty(name), jurisdiction, day)
    cells = [(row, one) for row in found.obligations for one in row.scenarios]
    return {
        "coverage": coverage.coverage_record(found),
        "heading": coverage.heading(found, code),
        "counts": coverage.counts(found, code),
        "notices": list(coverage.notices(found, code)),
        "general": list(coverage.overall(found, code)),
        "labels": {one.scenario.id: coverage.labelled(one, row, code) for row, one in cells},
        "reasons": {one.scenario.id: list(coverage.reasons(one, found, row, code, _CONDITIONS)) for row, one in cells},
    }


def relevance_packs(_folder: Path, jurisdiction: str, place: str) -> list[Record]:
    """Which obligations of all treaties bear on a provision (`saralau/relevance/1`). InputError without such an article."""
    from saralau.report.coverage import relevance_records

    return list(relevance_records(jurisdiction, place))


def stability_model_held(folder: Path, held: Sequence[Held], adopted: str | None) -> Record | None:
    """What makes wordings of an act in hand change sooner, from its texts, the newest first; None where too little is told.

    InputError without the extra `survival`.
    """
    if find_spec("lifelines") is None:
        raise InputError("survival-absent")
    from saralau.history.life import life_as_told
    from saralau.history.measuring import model_of
    from saralau.history.spells import stability
    from saralau.report.stability import model_record

    texts = [shelf_in(folder).act(one) for one in held]
    told = stability(texts, held[0].name, adopted, life_as_told(texts))
    fitted = model_of(told, texts[0]) if told is not None else None
    return None if fitted is None else model_record(fitted)


def weigh_told(
    content: bytes, name: str, folder: Path, held: Held, patch: tuple[str, bytes] | None, cases: Sequence[Path], code: str,
    form: str, day: str,
) -> Record:  # fmt: skip
    """What a draft that was sent does to an act in hand, in words of a language; `form` page, docx or pdf.

    With the patch that was sent, by its name and bytes, also what becomes of cases. A paper comes as base64 under `paper`.
    """
    from saralau.drafts import read_draft
    from saralau.drafts.impact import weigh
    from saralau.drafts.patching import Sent
    from saralau.report.draft_findings import linted

    act = shelf_in(folder).act(held)
    sent = None if patch is None else Sent(patch[0], _decoded(*patch))
    told = weigh(act, read_draft(read_bytes(content, name), act), sent, cases if sent else ())
    found = linted(told)
    if form == "page":
        from saralau.report.impact_view import impact_view

        return impact_view(told, found, code)
    return {"paper": base64.b64encode(_paper(told, found, code, form, day)).decode()}


def _decoded(name: str, content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as flaw:
        raise InputError("file-refused", name=name, why=flaw) from None


def _paper(told: Any, found: Any, code: str, form: str, day: str) -> bytes:
    try:
        if form == "docx":
            from saralau.report.paper_docx import docx as write
        else:
            from saralau.report.paper_pdf import pdf as write
    except ModuleNotFoundError:
        raise InputError("docs-absent") from None
    from saralau.report.impact_paper import impact_paper

    return write(impact_paper(told, found, code, day))


def terms_told_held(folder: Path, held: Sequence[Held]) -> Record:
    """The same in words, by language; acts are called by their titles and days."""
    from dataclasses import replace

    from saralau.messages import languages
    from saralau.report.terms import tell_acts
    from saralau.report.terms_view import terms_view

    acts: list[Act] = []
    for one in held:
        act = shelf_in(folder).act(one)
        acts.append(replace(act, document=replace(act.document, source=replace(act.document.source, name=one.sha256))))
    told = tell_acts(acts)
    return {
        code: terms_view(told, code, _names(held, code), {one.id: _called(one, code) for one in held})
        for code in languages()
    }


def _names(held: Sequence[Held], code: str) -> list[str]:
    """Texts by the titles of their acts and their days; those alike by their languages too, in the end by number."""
    from saralau.messages import say

    names: list[str] = []
    for one in held:
        name = say("title-of-day", code, title=_called(one, code), day=one.edition)
        if name in names:
            name += f" ({say(f'web-tongue-{one.language}', code)})"
        names.append(name if name not in names else f"{name} – {len(names) + 1}")
    return names


def _called(held: Held, code: str) -> str:
    from saralau.report.pack_titles import called

    return called(held.iri, held.id, code, {held.language: held.title or held.name}).said(code)


def definitions_told_held(folder: Path, held: Held) -> Record:
    """What an act in hand defines and what is wrong with that, in words, by language."""
    from saralau.messages import languages
    from saralau.report.terms_view import definitions_view

    act = shelf_in(folder).act(held)
    return {code: definitions_view(act, code) for code in languages()}
