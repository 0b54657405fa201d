"""A baseline: findings that are known, so that only new ones are reported. It holds hashes, no words of the law."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from saralau.acts import Act
from saralau.lint.model import Reported
from saralau.messages import InputError

_SCHEMA = "saralau/lint-baseline/1"


def fingerprint(one: Reported, act: Act) -> str:
    """What stays when the text around a finding moves: the rule, the address, the words objected to."""
    address = one.finding.address.short if one.finding.address else ""
    words = " ".join(act.words(one.finding.span).split())
    return hashlib.sha256(f"{one.rule.code}\n{address}\n{words}".encode()).hexdigest()[:16]


def baseline_of(found: Sequence[tuple[Reported, Act]]) -> str:
    """A baseline as JSON: how many findings have which fingerprint."""
    counted = Counter(fingerprint(one, act) for one, act in found)
    return json.dumps({"schema": _SCHEMA, "known": dict(sorted(counted.items()))}, indent=1) + "\n"


def read_baseline(path: Path) -> Counter[str]:
    """The known findings of a baseline file; InputError if it is none."""
    try:
        data = json.loads(path.read_text("utf-8"))
        known = data["known" if data["schema"] == _SCHEMA else "schema"]
        return Counter({str(key): int(value) for key, value in known.items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):  # another schema has no such items
        raise InputError("lint-baseline-unreadable", file=path) from None


def unknown(found: Sequence[Reported], act: Act, known: Counter[str]) -> tuple[Reported, ...]:
    """The findings that a baseline does not have yet; each known one is used up once."""
    left = Counter(known)
    kept: list[Reported] = []
    for one in found:
        mark = fingerprint(one, act)
        if left[mark] > 0:
            left[mark] -= 1
        else:
            kept.append(one)
    return tuple(kept)
