"""Reading packs: the ones inside the package are JSON, built from the YAML in the repository; a user's are YAML or JSON.

A user's folder (`SARALAU_PACKS`, several joined as in PATH) is looked at first, so that it can add and replace. Before both
come packs that are laid over them for a while (`laid_over`), as a draft of a law is.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, wraps
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from saralau.packs.refusing import PackError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Laid:
    """Packs laid over those in hand, and what was made of packs meanwhile, by the maker and the name."""

    packs: Mapping[str, Any]
    made: dict[tuple[Callable[[str], Any], str], Any] = field(default_factory=dict)


_LAID: ContextVar[_Laid | None] = ContextVar("packs laid over those in hand", default=None)


@contextmanager
def laid_over(packs: Mapping[str, Any]) -> Iterator[None]:
    """Within the block these packs stand in the place of those of the same names. No file is touched.

    No other thread sees them. What is made of packs in it is made anew and forgotten with it.
    """
    token = _LAID.set(_Laid(packs))
    try:
        yield
    finally:
        _LAID.reset(token)


def load(name: str) -> Any:
    """The data of a pack by its name, such as "kz/general-part": dictionaries, lists, strings, numbers.

    Raises PackError if there is none of that name, or a user's is not what its schema says.
    """
    laid = _LAID.get()
    if laid is not None and name in laid.packs:
        return laid.packs[name]
    return _load(name, os.environ.get("SARALAU_PACKS", ""))


def names(prefix: str = "") -> list[str]:
    """Names of all packs in hand that begin with `prefix`, sorted."""
    found = {_relative(path, root) for root in _roots() for path in root.rglob("*") if path.suffix in _SUFFIXES}
    found |= _shipped()
    if (laid := _LAID.get()) is not None:
        found |= laid.packs.keys()
    return sorted(name for name in found if name.startswith(prefix))


def of_packs(make: Callable[[str], T]) -> Callable[[str], T]:
    """Remembers what is made of packs by a name, for as long as the user's folders and the packs laid over are the same."""
    known: dict[tuple[str, str], T] = {}

    @wraps(make)
    def remembered(name: str) -> T:
        if (laid := _LAID.get()) is not None:
            if (make, name) not in laid.made:
                laid.made[make, name] = make(name)
            return laid.made[make, name]  # type: ignore[no-any-return]  # what `make` has made
        key = (name, os.environ.get("SARALAU_PACKS", ""))
        if key not in known:
            known[key] = make(name)
        return known[key]

    return remembered


_SUFFIXES = (".yaml", ".yml", ".json")
_SHIPPED = resources.files("saralau.packs") / "data"


@cache
def _load(name: str, _roots_now: str) -> Any:
    for root in _roots():
        for suffix in _SUFFIXES:
            if (path := root / f"{name}{suffix}").is_file():
                return _read_user_pack(path)
    shipped = _SHIPPED.joinpath(*f"{name}.json".split("/"))
    if not shipped.is_file():
        raise PackError("pack-absent", name=name, known=", ".join(names()) or "–")
    return json.loads(shipped.read_text("utf-8"))


def _read_user_pack(path: Path) -> Any:
    from saralau.packs.checking import check
    from saralau.packs.reading import read_yaml

    if path.suffix == ".json":
        try:
            data = json.loads(path.read_text("utf-8"))
        except ValueError as flaw:
            raise PackError("pack-not-json", name=path, why=flaw) from None
        return check(data, str(path), lines=None)
    data, lines = read_yaml(path)
    return check(data, str(path), lines)


def _roots() -> list[Path]:
    roots = [Path(root) for root in os.environ.get("SARALAU_PACKS", "").split(os.pathsep) if root]
    for root in roots:
        if not root.is_dir():
            raise PackError("packs-folder-absent", name=root)
    return roots


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).with_suffix("").as_posix()


@cache
def _shipped() -> frozenset[str]:
    """Names of the packs inside the package, which stay the same while it runs."""
    return frozenset(_shipped_names(_SHIPPED, ""))


def _shipped_names(folder: Any, prefix: str) -> list[str]:
    found: list[str] = []
    if not folder.is_dir():
        return found
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _shipped_names(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".json"):
            found.append(prefix + entry.name.removesuffix(".json"))
    return found
