"""The server through the protocol, as editors speak to it, on a fictional act in Russian and in Kazakh."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from .conversing import URI, Editor, applied, at, conversation

RU = """## Раздел 1. Начала

### Статья 1. Понятия

В настоящем Кодексе употребляются слова:

1) сетевой узел – устройство, передающее сообщения;

2) хранитель узла – лицо, отвечающее за сетевой узел.

### Статья 2. Порча узла

1. Порча сетевого узла,, совершенная умышленно, –

наказывается штрафом.

2. То же деяние, совершенное:

1) группой лиц;

2) неоднократно, –

наказывается арестом.

3. Деяния, предусмотренные частью второй настоящей статьи или пунктом 2) части второй статьи 2 настоящего Кодекса, если они повлекли остановку, –

наказываются лишением свободы.

### Статья 3. Применение

За деяния, предусмотренные статьей 2 и частью четвертой статьи 2 настоящего Кодекса, отвечает хранитель узла.

### Статья 5. Порядок

Статьи 1–3 настоящего Кодекса применяются с первого дня.
"""
KK = """## 1-бөлім. Бастау

### 1-бап. Ұғымдар

Осы Кодексте мынадай сөздер қолданылады:

1) желі торабы – хабар беретін құрылғы;

### 2-бап. Торапты бүлдіру

1. Желі торабын қасақана бүлдіру,, –

айыппұл салуға жазаланады.

2. Осы баптың бірінші бөлігінде көзделген:

1) адамдар тобы жасаған;

2) бірнеше рет жасалған іс-әрекет –

қамаққа алуға жазаланады.

3. Осы баптың екінші бөлігінде немесе осы Кодекстің 2-бабы екінші бөлігінің 2) тармағында көзделген іс-әрекет –

бас бостандығынан айыруға жазаланады.

### 3-бап. Қолдану

Осы Кодекстің 2-бабында және 2-бабының төртінші бөлігінде көзделген іс-әрекет үшін жауап беріледі.
"""
DOCUMENT = types.TextDocumentIdentifier(URI)


async def rename(editor: Editor, place: types.Position, number: str) -> list[types.TextEdit]:
    edit = await editor.text_document_rename_async(types.RenameParams(DOCUMENT, place, number))
    assert edit is not None and edit.changes is not None
    return list(edit.changes[URI])


async def refused(editor: Editor, place: types.Position, number: str) -> str:
    with pytest.raises(JsonRpcException) as told:
        await rename(editor, place, number)
    return str(told.value.message)


def test_the_server_tells_what_it_can() -> None:
    async def talk() -> None:
        async with conversation() as editor:
            able = editor.capabilities
            assert able is not None
            sync = able.text_document_sync
            assert isinstance(sync, types.TextDocumentSyncOptions)
            assert sync.change is types.TextDocumentSyncKind.Incremental and sync.open_close
            assert able.hover_provider and able.definition_provider and able.references_provider
            assert able.document_symbol_provider and able.folding_range_provider
            assert able.rename_provider == types.RenameOptions(prepare_provider=True)
            assert able.position_encoding == "utf-16"

    asyncio.run(talk())


@pytest.mark.parametrize(
    ("language", "text", "dead", "marks"),
    [
        ("en", RU, "refers to 2(4), which does not exist", ",,"),
        (None, RU, "ссылка на 2(4), которой нет", ",,"),
        ("kk", KK, None, ",,"),
    ],
)
def test_findings_come_when_a_draft_is_opened(language: str | None, text: str, dead: str | None, marks: str) -> None:
    async def talk() -> list[types.Diagnostic]:
        async with conversation(language) as editor:
            return await editor.open(text)

    doubled, reference = asyncio.run(talk())
    assert doubled.code == "T002" and doubled.source == "saralau" and doubled.severity is types.DiagnosticSeverity.Warning
    assert doubled.range.start == at(text, marks) and doubled.range.end == at(text, marks, inside=2)
    assert reference.code == "R001" and "2(4)" in reference.message
    assert reference.range.start == at(text, "четвертой" if text is RU else "төртінші")


def test_findings_follow_the_text() -> None:
    async def talk() -> None:
        async with conversation() as editor:
            assert len(await editor.open(RU)) == 2
            comma, fourth = at(RU, ",,"), at(RU, "четвертой")
            editor.change(2, comma.line, comma.character, comma.character + 1, "")
            assert [one.code for one in await editor.findings(2)] == ["R001"]
            editor.change(3, fourth.line, fourth.character, fourth.character + len("четвертой"), "третьей")
            assert await editor.findings(3) == []
            editor.text_document_did_close(types.DidCloseTextDocumentParams(DOCUMENT))
            assert await editor.findings(None) == []

    asyncio.run(talk())


def test_a_text_that_is_no_act_has_no_findings() -> None:
    async def talk() -> None:
        async with conversation() as editor:
            for number, text in enumerate(
                ("", "заметки,, к проекту\n", "\ud83d", "PK\x03\x04", "%PDF-1.7", "\ufeff", "日本")
            ):
                uri = f"untitled:{number}"
                assert await editor.open(text, uri, "plaintext") == []
                document = types.TextDocumentIdentifier(uri)
                assert not await editor.text_document_document_symbol_async(types.DocumentSymbolParams(document))
                here = types.Position(0, 1)
                assert await editor.text_document_hover_async(types.HoverParams(document, here)) is None
                assert await editor.text_document_prepare_rename_async(types.PrepareRenameParams(document, here)) is None

    asyncio.run(talk())


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        (RU, "пунктом 2)", "2(2)(2) Порча узла\n\n2) неоднократно, –"),
        (RU, "статьей 2 и", "2 Порча узла\n\n1. Порча сетевого узла,,"),
        (RU, "четвертой", "2(4): this text has no such provision. The nearest is 2."),
        (RU, "сетевого узла", "1(1): сетевой узел – устройство, передающее сообщения"),
        (RU, "отвечает", None),
        (KK, "екінші бөлігінің", "2(2)(2) Торапты бүлдіру\n\n2) бірнеше рет жасалған іс-әрекет –"),
        (KK, "торабын", "1(1): желі торабы – хабар беретін құрылғы"),
    ],
)
def test_hover_tells_what_stands_there(text: str, words: str, told: str | None) -> None:
    async def talk() -> types.Hover | None:
        async with conversation() as editor:
            await editor.open(text)
            return await editor.text_document_hover_async(types.HoverParams(DOCUMENT, at(text, words, inside=1)))

    hover = asyncio.run(talk())
    if told is None:
        assert hover is None
        return
    assert hover is not None and isinstance(hover.contents, types.MarkupContent)
    assert hover.contents.kind is types.MarkupKind.PlainText
    assert hover.contents.value.replace("1(..1)", "1(1)").startswith(told)


def test_definition_and_references() -> None:
    async def talk() -> None:
        async with conversation() as editor:
            await editor.open(RU)
            leads = await editor.text_document_definition_async(types.DefinitionParams(DOCUMENT, at(RU, "пунктом 2)")))
            assert isinstance(leads, list) and [one.range.start for one in leads] == [at(RU, "2) неоднократно")]
            term = types.DefinitionParams(DOCUMENT, at(RU, "сетевого узла", inside=10))
            leads = await editor.text_document_definition_async(term)
            assert isinstance(leads, list) and [one.range.start for one in leads] == [at(RU, "сетевой узел –")]
            context = types.ReferenceContext(include_declaration=False)
            heading = at(RU, "Статья 2", inside=3)
            found = await editor.text_document_references_async(types.ReferenceParams(context, DOCUMENT, heading))
            starts = [one.range.start for one in found or ()]
            assert starts == [at(RU, "второй настоящей"), at(RU, "2) части"), at(RU, "2 и частью"), at(RU, "1–3")]
            context = types.ReferenceContext(include_declaration=True)
            part = types.ReferenceParams(context, DOCUMENT, at(RU, "То же деяние"))
            found = await editor.text_document_references_async(part)
            starts = [one.range.start for one in found or ()]
            assert starts == [at(RU, "2. То же"), at(RU, "второй настоящей"), at(RU, "2) части")]

    asyncio.run(talk())


def test_outline_and_folding() -> None:
    async def talk() -> None:
        async with conversation() as editor:
            await editor.open(RU)
            symbols = await editor.text_document_document_symbol_async(types.DocumentSymbolParams(DOCUMENT))
            (section,) = symbols or ()
            assert isinstance(section, types.DocumentSymbol) and section.name == "Раздел 1. Начала"
            articles = section.children or ()
            assert [one.name for one in articles] == [
                "Статья 1. Понятия", "Статья 2. Порча узла", "Статья 3. Применение", "Статья 5. Порядок",
            ]  # fmt: skip
            second = articles[1]
            assert [one.detail for one in second.children or ()] == ["2(1)", "2(2)", "2(3)"]
            points = (second.children or ())[1].children or ()
            assert [one.name for one in points] == ["1) группой лиц;", "2) неоднократно, –"]
            assert second.range.start == at(RU, "Статья 2.") and second.range.end == at(RU, "свободы.", inside=8)
            folds = await editor.text_document_folding_range_async(types.FoldingRangeParams(DOCUMENT))
            lines = {(one.start_line, one.end_line) for one in folds or ()}
            assert (second.range.start.line, second.range.end.line) in lines

    asyncio.run(talk())


def test_renumbering_writes_every_reference() -> None:
    async def talk() -> None:
        async with conversation() as editor:
            await editor.open(RU)
            prepared = await editor.text_document_prepare_rename_async(
                types.PrepareRenameParams(DOCUMENT, at(RU, "статьи 2 настоящего", inside=7))
            )
            assert isinstance(prepared, types.PrepareRenamePlaceholder) and prepared.placeholder == "2"
            edits = await rename(editor, at(RU, "Статья 2.", inside=7), "2-1")
            expected = RU.replace("### Статья 2.", "### Статья 2-1.").replace("статьи 2 ", "статьи 2-1 ")
            assert applied(RU, edits) == expected.replace("статьей 2 и", "статьей 2-1 и")
            # A part: in words where the language has one for the new number, in the same case; its points stay.
            edits = await rename(editor, at(RU, "2. То же"), "2-1")
            expected = RU.replace("\n2. То же", "\n2-1. То же").replace("частью второй", "частью 2-1")
            assert applied(RU, edits) == expected.replace("части второй", "части 2-1")
            edits = await rename(editor, at(RU, "3. Деяния"), "5")
            assert applied(RU, edits) == RU.replace("\n3. Деяния", "\n5. Деяния")
            edits = await rename(editor, at(RU, "2) неоднократно"), "4)")
            assert applied(RU, edits) == RU.replace("2) неоднократно", "4) неоднократно").replace("пунктом 2)", "пунктом 4)")

    asyncio.run(talk())


def test_renumbering_in_kazakh() -> None:
    async def talk() -> None:
        async with conversation() as editor:
            await editor.open(KK)
            edits = await rename(editor, at(KK, "2-бап. Торапты"), "2-1")
            expected = KK.replace("### 2-бап.", "### 2-1-бап.").replace("2-бабы", "2-1-бабы")
            assert applied(KK, edits) == expected
            edits = await rename(editor, at(KK, "2. Осы баптың"), "2-1")
            expected = KK.replace("\n2. Осы", "\n2-1. Осы").replace("екінші бөлігі", "2-1-бөлігі")
            assert applied(KK, edits) == expected

    asyncio.run(talk())


def test_renumbering_is_refused_in_a_sentence() -> None:
    async def talk() -> None:
        async with conversation() as editor:
            await editor.open(RU)
            second = at(RU, "Статья 2.", inside=7)
            assert await refused(editor, second, "много") == "“много” cannot be the number of this provision."
            assert await refused(editor, second, "3") == "3 is there already."
            assert await refused(editor, second, "7") == "7 would be out of order beside 1, 3."
            assert "no number" in await refused(editor, at(RU, "отвечает"), "7")
            # Part 4 does not exist; a part that took its number would change what article 3 says.
            meaning = await refused(editor, at(RU, "3. Деяния"), "4")
            assert "частью четвертой статьи 2 настоящего Кодекса” would then refer to something else" in meaning

    asyncio.run(talk())


def test_a_range_that_could_no_longer_be_read_is_not_touched() -> None:
    text = "\n\n".join(f"### Статья {number}. Название\n\nСлова {number}." for number in (20, 21, 22))
    text += "\n\n### Статья 30. Применение\n\nСтатьи 20-22 применяются сразу, статьи 20–22 позже.\n"

    async def talk() -> None:
        async with conversation() as editor:
            await editor.open(text)
            edits = await rename(editor, at(text, "Статья 21", inside=8), "21-1")
            assert applied(text, edits) == text.replace("Статья 21.", "Статья 21-1.")
            edits = await rename(editor, at(text, "Статья 22", inside=8), "25")
            assert applied(text, edits) == text.replace("Статья 22.", "Статья 25.").replace("20-22", "20-25").replace(
                "20–22", "20–25"
            )
            told = await refused(editor, at(text, "Статья 22", inside=8), "22-1")
            assert told == "Not renumbered: in line 15 the range “Статьи 20-22” would then mean something else."

    asyncio.run(talk())


def test_findings_are_mended() -> None:
    async def talk() -> None:
        async with conversation(versioned=True) as editor:
            text = RU.replace("группой лиц;", "группой лиц;;")
            first, _, _ = await editor.open(text)
            context = types.CodeActionContext([first])
            actions = await editor.text_document_code_action_async(types.CodeActionParams(DOCUMENT, first.range, context))
            quick, every = actions or ()
            assert isinstance(quick, types.CodeAction) and isinstance(every, types.CodeAction)
            assert quick.kind == "quickfix" and quick.is_preferred and (quick.diagnostics or [])[0].code == "T002"
            assert quick.edit is not None and quick.edit.document_changes is not None
            (change,) = quick.edit.document_changes
            assert isinstance(change, types.TextDocumentEdit) and change.text_document.version == 1
            edits = [one for one in change.edits if isinstance(one, types.TextEdit)]
            assert applied(text, edits) == text.replace(",,", ",")
            assert every.kind == "source.fixAll.saralau" and every.title == "Mend all that is safe to mend (2)"
            assert every.edit is not None and every.edit.document_changes is not None
            (change,) = every.edit.document_changes
            assert isinstance(change, types.TextDocumentEdit)
            edits = [one for one in change.edits if isinstance(one, types.TextEdit)]
            assert applied(text, edits) == text.replace(",,", ",").replace(";;", ";")
            context = types.CodeActionContext([], only=[types.CodeActionKind.Refactor])
            actions = await editor.text_document_code_action_async(types.CodeActionParams(DOCUMENT, first.range, context))
            assert list(actions or ()) == []

    asyncio.run(talk())


def test_what_an_editor_shows_in_the_line_is_mended_from_anywhere_in_it() -> None:
    async def talk() -> None:
        async with conversation() as editor:
            text = RU.replace("1. Порча сетевого узла,,", "1. Порча,, сетевого узла,,")
            first, second, dead = await editor.open(text)
            shown = types.CodeActionContext([first, second, dead], only=[types.CodeActionKind.QuickFix])
            line = first.range.start.line
            start = types.Range(types.Position(line, 0), types.Position(line, 0))
            actions = await editor.text_document_code_action_async(types.CodeActionParams(DOCUMENT, start, shown))
            # Neovim asks so: the cursor stands elsewhere, and none of them is the one thing to do.
            mends = [one for one in actions or () if isinstance(one, types.CodeAction)]
            assert [one.is_preferred for one in mends] == [None, None]
            assert [(one.diagnostics or [])[0].range for one in mends] == [first.range, second.range]
            actions = await editor.text_document_code_action_async(types.CodeActionParams(DOCUMENT, second.range, shown))
            mends = [one for one in actions or () if isinstance(one, types.CodeAction)]
            assert [(one.is_preferred, (one.diagnostics or [])[0].range) for one in mends] == [(True, second.range)]
            none = types.CodeActionContext([], only=[types.CodeActionKind.QuickFix])
            actions = await editor.text_document_code_action_async(types.CodeActionParams(DOCUMENT, start, none))
            assert list(actions or ()) == []

    asyncio.run(talk())


def test_settings_that_cannot_be_read_are_told_once(tmp_path: Path) -> None:
    settings, uri = tmp_path / "saralau.toml", (tmp_path / "акт.md").as_uri()
    settings.write_text('[lint]\nignore = ["T002"\n', "utf-8")

    async def talk() -> None:
        async with conversation() as editor:
            item = types.TextDocumentItem(uri, "markdown", 1, RU)
            editor.text_document_did_open(types.DidOpenTextDocumentParams(item))
            said = await editor.message()
            assert said.type is types.MessageType.Error
            assert said.message.startswith(f"{settings} is no TOML: ")
            for version in (2, 3):
                editor.change(version, 0, 0, 0, "\n", uri)
                await asyncio.sleep(0.5)  # the check fails again; were it slower, less would be tested
            settings.write_text('[lint]\nignore = ["T002"]\n', "utf-8")
            editor.change(4, 0, 0, 0, "\n", uri)
            assert [one.code for one in await editor.findings(4)] == ["R001"]
            assert editor.said.empty()
            settings.write_text('[lint]\nignore = ["T002"\n', "utf-8")
            editor.change(5, 0, 0, 0, "\n", uri)
            assert (await editor.message()).message == said.message

    asyncio.run(talk())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_positions_count_as_the_client_does(encoding: str) -> None:
    text = RU.replace("Порча сетевого узла,,", "Порча 🖧🖧 сетевого узла,,")
    line = next(line for line in text.splitlines() if ",," in line)
    before = line[: line.index(",,")]
    units = {"utf-8": len(before.encode()), "utf-16": len(before) + 2, "utf-32": len(before)}[encoding]

    async def talk() -> None:
        async with conversation(encodings=[encoding]) as editor:
            assert editor.capabilities is not None and editor.capabilities.position_encoding == encoding
            first, _ = await editor.open(text)
            assert first.range.start.character == units and first.range.end.character == units + 2
            editor.change(2, first.range.start.line, units, units + 1, "")
            assert [one.code for one in await editor.findings(2)] == ["R001"]

    asyncio.run(talk())


def test_html_is_mended_in_its_source() -> None:
    text = "<h3>Статья 1. Узел</h3>\r\n<p>1. Порча <b>узла</b>,, умышленная.</p>\r\n<p>2. Статья&nbsp;1 и часть третья статьи 1.</p>\r\n"

    async def talk() -> None:
        async with conversation() as editor:
            uri = "file:///drafts/act.html"
            doubled, dead = await editor.open(text, uri, "html")
            assert (doubled.code, dead.code) == ("T002", "R001")
            assert doubled.range == types.Range(at(text, ",,"), at(text, ",,", inside=2))
            assert dead.range.start == types.Position(2, text.splitlines()[2].index("третья"))

    asyncio.run(talk())
