"""Linting a large act on two cores: the rules on offences and terms beside those on the text, its structure, its references.

The two need little of each other: only the flaws met while sanctions were read, which the rules on the text tell as well.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection

from saralau.acts import Act
from saralau.lint.model import Finding, Reported, Rule
from saralau.lint.running import lint, reported
from saralau.lint.subject import Subject

_LARGE = 200_000  # characters, from which a second process is worth its start
_EVENING = frozenset(
    {"T003", "T005", "T012", "T013"}
)  # rules on the text alone, with which both processes take equally long
_LAST = "text"  # the family whose rules ask for flaws of sanctions, which the other process reads meanwhile
_BESIDE = frozenset({"penalties", "features", "parallel", "interaction", "terms"})


def lint_halved(act: Act, rules: Sequence[Rule], twin: Act | None = None) -> tuple[Reported, ...]:
    """What `lint` gives, in two processes where the machine has two cores and the system can fork.

    For programs of one thread: a fork copies no other.
    """
    beside = [rule for rule in rules if _is_beside(rule)]
    here = [rule for rule in rules if rule not in beside]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not beside or not here or cores < 2 or len(act.document.text) < _LARGE or sys.platform == "win32":
        return lint(act, rules, twin)
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    collecting = gc.isenabled()
    gc.disable()  # for half a second, in which little becomes free
    gc.freeze()  # what was read is shared with the second process until somebody touches it
    worker = context.Process(target=_half, args=(theirs, act, beside, twin), daemon=True)
    worker.start()
    theirs.close()
    try:
        subject = Subject(act, twin, ours.recv)
        found = reported(subject, sorted(here, key=lambda rule: rule.family == _LAST))
        _ = subject.sanction_defects  # comes first, whether or not a rule has asked for it
        by_code = {rule.code: rule for rule in beside}
        found += [Reported(by_code[code], finding) for code, finding in ours.recv()]
    except EOFError:  # the second process is gone: everything here
        return lint(act, rules, twin)
    finally:
        ours.close()
        worker.join()
        gc.unfreeze()
        if collecting:
            gc.enable()
    return tuple(sorted(found, key=lambda one: (one.finding.span, one.rule.code)))


def _is_beside(rule: Rule) -> bool:
    """Whether the second process runs a rule."""
    if rule.code in _EVENING:
        return True
    return rule.family in _BESIDE if rule.on_offences is None else rule.on_offences


def _half(out: Connection, act: Act, rules: Sequence[Rule], twin: Act | None) -> None:
    """The second process: flaws of sanctions first, since the other waits for them, then what its rules find."""
    subject = Subject(act, twin)
    out.send(subject.sanction_defects)
    found: list[tuple[str, Finding]] = [(one.rule.code, one.finding) for one in reported(subject, rules)]
    out.send(found)
    out.close()
    os._exit(0)  # nothing of the parent's is to be flushed or closed twice
