"""In which language the command line speaks: `--ui`, `SARALAU_LANG`, the locale, English."""

from __future__ import annotations

import os
import re
from functools import cache
from importlib import resources

from saralau.messages import InputError, say

_LANGUAGES = ("kk", "ru", "en")
_chosen: list[str] = []


def ui_language(choice: str | None = None) -> str:
    """The language of the command line; with `choice`, sets it for this run."""
    if choice is not None:
        if choice not in _LANGUAGES:
            raise InputError("language-without-messages", given=choice, known=", ".join(_LANGUAGES))
        _chosen[:] = [choice]
    if _chosen:
        return _chosen[0]
    for variable in ("SARALAU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if (code := os.environ.get(variable, "")[:2].lower()) in _LANGUAGES:
            return code
    return "en"


def speak(message: str, **arguments: object) -> str:
    """A message in the language of this run."""
    return say(message, ui_language(), **arguments)


def hint(message: str) -> str:
    """A line of help. Read without the message engine, whose import would cost half of the time that help may take."""
    return _hints(ui_language()).get(message, message)


@cache
def _hints(code: str) -> dict[str, str]:
    text = (resources.files("saralau.messages") / code / "help.ftl").read_text("utf-8")
    return dict(re.findall(r"(?m)^([a-z][a-z-]*) = (.+)$", text))
