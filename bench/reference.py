"""The reference from the code: `python -m bench.reference commands` (in the language of SARALAU_LANG) and `... python`.

Written when the site is built and never committed, so that it cannot be out of date.
"""

from __future__ import annotations

import dataclasses
import enum
import importlib
import inspect
import re
import sys
from types import ModuleType
from typing import Any

import saralau

ROOMS = (
    "documents", "acts", "citations", "offences", "amendments", "terms", "taxonomy", "history", "cases", "treaties",
    "lint", "drafts", "corpus", "packs", "languages", "messages",
)  # fmt: skip
TITLES = {
    "en": ("Commands", "As the program tells them: `saralau COMMAND --help`."),
    "ru": ("Команды", "Так, как их описывает сама программа: `saralau КОМАНДА --help`."),
    "kk": ("Командалар", "Бағдарламаның өзі айтқандай: `saralau КОМАНДА --help`."),
}


def commands() -> str:
    """A page with the help of every command, as it is printed to somebody in the chosen language."""
    import typer

    from saralau.cli.main import app
    from saralau.cli.speech import ui_language

    title, lead = TITLES[ui_language()]
    pages = [f"# {title}\n\n{lead}\n"]

    def tell(command: Any, path: str, parent: Any) -> None:  # of the click that typer brings with it
        context = command.make_context(path.split()[-1], [], parent=parent, resilient_parsing=True, max_content_width=96)
        context.terminal_width = 96
        depth = "##" if parent is not None else ""
        words = command.get_help(context).rstrip()
        if depth:
            pages.append(f"{depth}{'#' * (path.count(' ') - 1)} {path}\n\n```text\n{words}\n```\n")
        else:
            pages.append(f"```text\n{words}\n```\n")
        for name, child in getattr(command, "commands", {}).items():
            if not child.hidden:
                tell(child, f"{path} {name}", context)

    tell(typer.main.get_command(app), "saralau", None)
    return "\n".join(pages)


def python() -> str:
    """A page with every public name of every room: signature, fields, docstring, and where it is written."""
    first = inspect.getdoc(saralau) or ""
    lines = ["# Python", "", "Everything that rooms hand on, from its docstrings.", "", *_prose(first), ""]
    lines += ["Handed on by `saralau` itself: " + ", ".join(f"`{name}`" for name in saralau.__all__) + ".", ""]
    for room in ROOMS:
        module = importlib.import_module(f"saralau.{room}")
        lines += [f"## saralau.{room}", "", *_prose(inspect.getdoc(module) or ""), ""]
        for name in module.__all__:
            lines += _entry(module, name)
    return "\n".join(lines) + "\n"


def _entry(module: ModuleType, name: str) -> list[str]:
    thing = getattr(module, name)
    lines = [f"### {name}", ""]
    if inspect.isclass(thing):
        head = f"class {name}" + _bases(thing)
        fields = [f"    {field.name}: {_type(field.type)}{_default(field)}" for field in _fields(thing)]
        members = [f"    {one.name} = {one.value!r}" for one in thing] if issubclass(thing, enum.Enum) else []
        lines += ["```python", head, *fields, *members, "```", ""]
    elif callable(thing):
        lines += ["```python", f"{name}{_signature(thing)}", "```", ""]
    else:
        lines += ["```python", f"{name} = {_short(thing)}", "```", ""]
    own = vars(thing).get("__doc__") if inspect.isclass(thing) else getattr(thing, "__doc__", None)
    if own and not own.startswith(f"{name}("):  # what dataclasses write themselves says nothing new
        lines += [*_prose(inspect.cleandoc(own)), ""]
    if inspect.isclass(thing):
        for method, code in vars(thing).items():
            told = inspect.getdoc(code) if isinstance(code, property) or inspect.isfunction(code) else None
            if told and not method.startswith("_"):
                shown = method if isinstance(code, property) else f"{method}{_signature(code)}"
                lines += [f"- `{shown}`: {' '.join(told.split())}"]
        lines += [""]
    return lines


def _bases(thing: type) -> str:
    names = [base.__name__ for base in thing.__bases__ if base is not object]
    return f"({', '.join(names)})" if names else ""


def _fields(thing: type) -> list[dataclasses.Field[object]]:
    if not dataclasses.is_dataclass(thing):
        return []
    return [field for field in dataclasses.fields(thing) if not field.name.startswith("_")]


def _default(field: dataclasses.Field[object]) -> str:
    if field.default is not dataclasses.MISSING:
        return f" = {_short(field.default)}"
    return " = ..." if field.default_factory is not dataclasses.MISSING else ""


def _type(kind: object) -> str:
    return kind if isinstance(kind, str) else getattr(kind, "__name__", str(kind))


def _short(value: object) -> str:
    told = repr(value)
    return told if len(told) < 60 and "object at 0x" not in told else "..."


def _signature(thing: object) -> str:
    try:
        told = str(inspect.signature(thing))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return "(...)"
    told = re.sub(r"'([^']*)'", r"\1", told).replace("(self, ", "(").replace("(self)", "()")
    return told if "0x" not in told else "(...)"


def _prose(text: str) -> list[str]:
    """A docstring as Markdown: an indented block is code, everything else stays as it is."""
    lines: list[str] = []
    code = False
    for line in text.splitlines():
        indented = line.startswith("    ")
        if indented and not code and (not lines or not lines[-1].strip()):
            code = True
            lines.append("```python")
        elif code and line.strip() and not indented:
            code = False
            lines[-1:] = ["```", ""] if not lines[-1].strip() else [lines[-1], "```", ""]
        lines.append(line[4:] if code else line)
    if code:
        lines.append("```")
    return lines


def undocumented() -> list[str]:
    """Public names that tell nothing of themselves, as `room.name`."""
    found = []
    for room in ROOMS:
        module = importlib.import_module(f"saralau.{room}")
        for name in module.__all__:
            thing = getattr(module, name)
            told = getattr(thing, "__doc__", None)
            if (inspect.isclass(thing) or inspect.isfunction(thing)) and (not told or told.startswith(f"{name}(")):
                found.append(f"{room}.{name}")
    return found


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write({"commands": commands, "python": python}[sys.argv[1]]())
