"""Settings of the linter from `saralau.toml`: the nearest one above the file, its table `lint`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from saralau.messages import InputError

_NAME = "saralau.toml"
_KEYS = ("select", "ignore", "baseline")


class Settings(NamedTuple):
    """Which rules run, which do not, where the baseline lies. What is given on the command line comes before."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None


def settings_for(path: Path) -> Settings:
    """The settings that hold for a file; none if no folder above it has any. InputError for a file that is wrong."""
    for folder in path.resolve().parents:
        if (file := folder / _NAME).is_file():
            return _read(file)
    return Settings()


def _read(file: Path) -> Settings:
    try:
        table = tomllib.loads(file.read_text("utf-8")).get("lint", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as flaw:
        raise InputError("lint-settings-unreadable", file=file, why=flaw) from None
    for key, value in table.items():
        if key not in _KEYS or not _fits(key, value):
            raise InputError("lint-settings-key", file=file, key=key, known=", ".join(_KEYS))
    baseline = table.get("baseline")
    names = {key: tuple(table.get(key, ())) for key in ("select", "ignore")}
    return Settings(names["select"], names["ignore"], None if baseline is None else file.parent / baseline)


def _fits(key: str, value: Any) -> bool:
    if key == "baseline":
        return isinstance(value, str)
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
