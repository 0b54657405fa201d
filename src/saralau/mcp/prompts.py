"""Prompts: how an assistant goes about a case, a gap analysis, a draft. Their words are messages, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from saralau.mcp.quoting import one_line, quoted
from saralau.messages import InputError, languages, say

_LONGEST = 20_000  # characters of facts or of a draft


class Argument(NamedTuple):
    """An argument of a prompt; `long` ones are texts, which are quoted below the prompt."""

    name: str
    required: bool
    long: bool = False


class Prompt(NamedTuple):
    """A prompt. Its title, description and text are the messages `mcp-prompt-<name>-title`, `-told` and `-text`."""

    name: str
    arguments: tuple[Argument, ...]


_UI = Argument("ui", False)
PROMPTS = {
    one.name: one
    for one in (
        Prompt("qualify_case", (Argument("facts", True, long=True), Argument("jurisdiction", False), _UI)),
        Prompt("gap_analysis", (Argument("treaty", True), Argument("jurisdiction", True), Argument("on", False), _UI)),
        Prompt("check_draft", (Argument("text", True, long=True), Argument("act", False), _UI)),
    )
}


def title(name: str, code: str) -> str:
    """What a prompt is called."""
    return say(f"mcp-prompt-{_key(name)}-title", code)


def told(name: str, code: str) -> str:
    """What a prompt is for."""
    return say(f"mcp-prompt-{_key(name)}-told", code)


def argument_told(argument: str, code: str) -> str:
    """What an argument is."""
    return say(f"mcp-prompt-argument-{argument}", code)


def text(name: str, given: Mapping[str, str], code: str) -> str:
    """The words of a prompt, what was given in them; a long text stands below them, quoted. InputError for arguments that
    are missing, too long or not among those that there are.
    """
    prompt = PROMPTS.get(name)
    if prompt is None:
        raise InputError("mcp-prompt-absent", typed=one_line(name), known=", ".join(PROMPTS))
    known = {one.name for one in prompt.arguments}
    wrong = [one_line(key, 40) for key in given if key not in known]
    wrong += [one.name for one in prompt.arguments if one.required and not given.get(one.name, "").strip()]
    wrong += [one.name for one in prompt.arguments if len(given.get(one.name, "")) > (_LONGEST if one.long else 200)]
    if given.get("ui", code) not in languages():
        wrong.append("ui")
    if wrong:
        raise InputError("mcp-arguments", names=", ".join(dict.fromkeys(wrong[:10])))
    code = given.get("ui", code)
    short = {one.name: one_line(given.get(one.name, "")) or "–" for one in prompt.arguments if not one.long and one != _UI}
    words = say(f"mcp-prompt-{_key(name)}-text", code, **short)
    long = [line for one in prompt.arguments if one.long for line in quoted([given[one.name]])]
    return "\n".join([words, *(["", *long] if long else [])])


def _key(name: str) -> str:
    return name.replace("_", "-")
