"""The picture in docs/lsp.md: Neovim in tmux with the server, on a fictional draft, set up as docs/lsp.md says.

`python -m bench.editor docs/editor.png` from the root of the repository. Needs tmux, Neovim (0.7 to 0.10 for that snippet)
and Chromium; `saralau` must be on the path.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

_COLUMNS, _ROWS = 136, 42
_FAULTS = (
    ("2. The same act committed against a critical object", "2. The same act,, committed against a critical object"),
    ("parts one or two of this article, committed", "parts one or four of this article, committed"),
)
# Colours that a reader sees on paper too; the snippet leaves them to the editor.
_LOOK = """
vim.o.termguicolors, vim.o.background, vim.o.number, vim.o.linebreak, vim.o.swapfile = true, "light", true, true, false
vim.o.laststatus, vim.o.ruler, vim.o.hlsearch = 2, true, false
vim.lsp.handlers["textDocument/hover"] = vim.lsp.with(vim.lsp.handlers.hover, { border = "single" })
local paint = function(name, how) vim.api.nvim_set_hl(0, name, how) end
paint("Normal", { fg = "#24292f", bg = "#ffffff" })
paint("NormalFloat", { fg = "#24292f", bg = "#e7f0fb" })
paint("FloatBorder", { fg = "#8c959f", bg = "#e7f0fb" })
paint("Pmenu", { fg = "#24292f", bg = "#e7f0fb" })
paint("LineNr", { fg = "#8c959f", bg = "#ffffff" })
paint("SignColumn", { bg = "#ffffff" })
paint("NonText", { fg = "#ffffff" })
paint("StatusLine", { fg = "#ffffff", bg = "#57606a" })
paint("DiagnosticWarn", { fg = "#9a5b00" })
paint("DiagnosticUnderlineWarn", { sp = "#c27800", underline = true })
paint("htmlH4", { fg = "#0550ae", bold = true })
paint("htmlH3", { fg = "#0550ae", bold = true })
paint("markdownHeadingDelimiter", { fg = "#0550ae", bold = true })
"""
_PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #fff }}
pre {{ margin: 0; padding: 8px 10px; font: 14px/18px "DejaVu Sans Mono", monospace; color: #24292f }}
span {{ padding: 1px 0 }}
</style><pre>{}</pre>
"""
_ESCAPE = re.compile(r"\x1b\[([0-9;:]*)m|\x1b[()][A-Z0-9]|[\x0e\x0f]")


_COLOURED = {"38": "color", "48": "background", "58": "text-decoration-color"}
_ENDED = {"22": "font-weight", "24": "text-decoration", "39": "color", "49": "background", "59": "text-decoration-color"}


def main() -> None:
    """Makes the picture that the command line names."""
    (target,) = map(Path, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        screen = _screen(Path(folder))
        page = Path(folder) / "screen.html"
        page.write_text(_PAGE.format(_painted(screen)), "utf-8")
        size = f"--window-size={round(_COLUMNS * 8.43) + 20},{_ROWS * 18 + 16}"
        shot = f"--screenshot={target.resolve()}"
        flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", size, shot)
        subprocess.run([_program("chromium"), *flags, page.as_uri()], check=True, capture_output=True)


def _screen(folder: Path) -> str:
    """What the terminal shows, with its escape sequences."""
    draft, setup = folder / "sample-code.en.md", folder / "init.lua"
    words = Path("examples/sample-code.en.md").read_text("utf-8")
    for right, wrong in _FAULTS:
        assert words.count(right) == 1, right
        words = words.replace(right, wrong)
    draft.write_text(words, "utf-8")
    (snippet,) = re.findall(r"```lua\n(vim\.api\.nvim_create_autocmd.*?)```", Path("docs/lsp.md").read_text("utf-8"), re.S)
    setup.write_text(snippet.replace('"ru"', '"en"') + _LOOK, "utf-8")
    tmux = (_program("tmux"), "-L", f"saralau-{folder.name}", "-f", "/dev/null")
    call = f"exec {_program('nvim')} -u {setup} -i NONE {draft.name}"

    def do(*words: str) -> str:
        return subprocess.run([*tmux, *words], check=True, capture_output=True, text=True, cwd=folder).stdout

    size = ("-x", str(_COLUMNS), "-y", str(_ROWS))
    do("new-session", "-d", "-s", "picture", *size, "-e", "LC_ALL=C.UTF-8", call)
    try:
        do("set", "-g", "status", "off")
        do("set", "-sa", "terminal-overrides", ",*:Tc")
        do("resize-window", "-t", "picture", *size)
        _until(do, "draft is read", "General Part")
        for keys in ("71Gzt", "89G0/parts one\r"):
            do("send-keys", "-t", "picture", "-l", keys)
            time.sleep(0.5)
        _until(do, "findings", "which does not exist")
        do("send-keys", "-t", "picture", "-l", ":lua vim.lsp.buf.hover()\r")
        _until(do, "hover", "20(1) Unlawful access")
        time.sleep(0.5)
        return do("capture-pane", "-e", "-N", "-p", "-t", "picture")
    finally:
        do("kill-server")


def _until(do: Callable[..., str], what: str, words: str) -> None:
    for _ in range(100):
        if words in do("capture-pane", "-p", "-t", "picture"):
            return
        time.sleep(0.2)
    raise SystemExit(f"the {what} did not come; the screen:\n{do('capture-pane', '-p', '-t', 'picture')}")


def _painted(screen: str) -> str:
    """The screen as HTML."""
    style: dict[str, str] = {}
    parts, last = [], 0
    for escape in _ESCAPE.finditer(screen):
        parts.append(_span(screen[last : escape.start()], style))
        last = escape.end()
        if escape[1] is not None:
            _apply(style, escape[1])
    parts.append(_span(screen[last:], style))
    return "".join(parts)


def _span(words: str, style: dict[str, str]) -> str:
    if not words:
        return ""
    css = ";".join(f"{name}:{value}" for name, value in style.items())
    return f'<span style="{css}">{html.escape(words)}</span>'


def _apply(style: dict[str, str], codes: str) -> None:
    """What one sequence makes of a style: bold, underlines, colours of 24 bits; the editor as set up uses no others."""
    given = (codes or "0").split(";")
    while given:
        code = given.pop(0)
        if code in ("0", ""):
            style.clear()
        elif code == "1":
            style["font-weight"] = "bold"
        elif code == "4":
            style["text-decoration"] = "underline 2px"
        elif code in _ENDED:
            style.pop(_ENDED[code], None)
        elif code in _COLOURED and given[:1] == ["2"]:
            red, green, blue = given[1:4]
            del given[:4]
            style[_COLOURED[code]] = f"rgb({red},{green},{blue})"
        elif code == "7":
            style["background"], style["color"] = style.get("color", "#24292f"), style.get("background", "#fff")


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise SystemExit(f"the picture needs {name} on the path")
    return path


if __name__ == "__main__":
    main()
