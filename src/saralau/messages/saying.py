"""Finding and filling a message."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from importlib import resources
from typing import Any

_LANGUAGES = ("kk", "ru", "en")
_LONGEST = 900  # characters of one variable


def languages() -> tuple[str, ...]:
    """Codes of the languages that every message exists in."""
    return _LANGUAGES


def say(message: str, language: str, **arguments: object) -> str:
    """The message in the language, its variables filled.

    KeyError, with a sentence, for an unknown id or an unfilled variable.
    """
    short = ((name, _shortened(value)) for name, value in arguments.items())
    return _said(message, language, tuple((name, type(value), value) for name, value in short))


@lru_cache(maxsize=10_000)  # pages say the same things again and again
def _said(message: str, language: str, arguments: tuple[tuple[str, type, object], ...]) -> str:
    """`say` for variables that are cut. Their types belong to the key, since 1, 1.0 and True are equal."""
    bundle = _bundle(language)
    if not bundle.has_message(message):
        raise KeyError(f"there is no message {message!r} in the language {language!r}")
    filled = {name: value for name, _, value in arguments}
    text, errors = bundle.format_pattern(bundle.get_message(message).value, filled)
    if errors:
        raise KeyError(f"message {message!r} ({language}): {errors[0]}")
    return str(text)


def _shortened(value: object) -> object:
    """Numbers as they are; words of any length, which may come from a hostile file, at most as long as Fluent takes them."""
    if isinstance(value, int | float):
        return value
    words = str(value)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def speaker(language: str) -> Callable[..., str]:
    """`say` for one language."""
    return lambda message, **arguments: say(message, language, **arguments)


@cache
def _bundle(language: str) -> Any:
    from fluent.runtime import FluentBundle, FluentResource

    if language not in _LANGUAGES:
        raise KeyError(f"no messages in the language {language!r}; there are: {', '.join(_LANGUAGES)}")
    bundle = FluentBundle([language], use_isolating=False)
    folder = resources.files("saralau.messages") / language
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle
