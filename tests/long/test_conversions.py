"""A reader must not only understand its own writer: the official HTML, converted by other programs, gives the same act."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from saralau.acts import balance, parse_act
from saralau.documents import read

from ..conftest import CORPUS
from ..documents.office import docx
from ..documents.test_formats import tree

HTML = ("criminal-code.ru.2025", "digital-code.ru.2026", "informatization-law.ru.2026", "personal-data-law.ru.2026")
LAYOUTS = {
    "tagged": ("", ""),
    "untagged": ("--disable-pdf-tagging", ""),
    "untagged, no room between paragraphs": ("--disable-pdf-tagging", "p{margin:0}"),
}
pytestmark = [pytest.mark.long, pytest.mark.corpus]


def same(original: Path, converted: Path) -> None:
    act, again = parse_act(read(original)), parse_act(read(converted))
    assert balance(again).balanced
    for was, now in zip(act.provisions, again.provisions, strict=True):
        assert tree(again, now) == tree(act, was)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("format_", ["docx", "odt"])
@pytest.mark.parametrize("name", HTML)
def test_by_libreoffice(name: str, format_: str, tmp_path: Path) -> None:
    source = CORPUS / "kz" / f"{name}.html"
    filters = {"docx": "docx:MS Word 2007 XML", "odt": "odt:writer8"}
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    through = tmp_path / f"{name}.odt"  # only a text document becomes DOCX, and HTML opens as a web page
    command = ["soffice", home, "--headless", "--convert-to", "odt:writer8", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    if format_ != "odt":
        command = ["soffice", home, "--headless", "--convert-to", filters[format_], "--outdir", str(tmp_path), str(through)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    same(source, tmp_path / f"{name}.{format_}")


@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed")
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", HTML)
def test_by_chromium(name: str, layout: str, tmp_path: Path) -> None:
    flag, style = LAYOUTS[layout]
    page, printed = tmp_path / "act.html", tmp_path / "act.pdf"
    text = (CORPUS / "kz" / f"{name}.html").read_text("utf-8")
    page.write_text(text.replace("<head>", f"<head><style>{style}</style>"), "utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={printed}"]
    subprocess.run([*command, *filter(None, [flag]), page.as_uri()], check=True, capture_output=True, timeout=300)
    same(page, printed)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_letters_that_a_font_lacks_come_back_to_their_place(tmp_path: Path) -> None:
    """Kazakh in a font without its letters: an office program writes those last, from another font."""
    lines = [
        "1-бап. Ақпараттық жүйеге заңсыз кіру",
        "1. Бірнеше рет жасалған дәл сол іс-әрекет қоғамға қауіпті болса, қайта қаралады.",
    ]
    fonts = '<w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/></w:rPr>'
    body = "".join(f"<w:p><w:r>{fonts}<w:t>{line}</w:t></w:r></w:p>" for line in lines)
    (tmp_path / "a.docx").write_bytes(docx(body))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    document = read(tmp_path / "a.pdf")
    assert [document.text[line.span.start : line.span.end] for line in document.lines] == lines
