"""Whether one charge takes account of another: the three tests of concurrence, each with its answer.

A absorbs B where (a) B's conduct is a means or component named in A's fulfilled elements, (b) every element of B, its harm
included, is among them or implied by them, and (c) A is punished more severely. What hangs on something is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from saralau.acts import Address
from saralau.cases.charging import Charge
from saralau.cases.formula import Finding, Truth
from saralau.cases.model import Case
from saralau.cases.weighing import Rules

HOW = ("conduct", "object", "authorisation", "fault")  # what the means brings with it


@dataclass(frozen=True, slots=True)
class Absorption:
    """Whether `by` absorbs `what`: the answer of each test, and the elements that are not covered or not known to be.

    `linked` tells that the case names B's act among A's means although A's words do not name such conduct: on whether they
    reach it opinions can differ, and `otherwise` is the answer for those who say that they do.
    """

    what: Address
    by: Address
    conduct: Truth
    elements: Truth
    severer: bool
    uncovered: tuple[Finding, ...] = ()
    linked: bool = False
    otherwise: Truth = False
    source: str = ""

    @property
    def truth(self) -> Truth:
        """All three tests together."""
        return _all((self.conduct, self.elements, self.severer))

    @property
    def turns(self) -> bool:
        """Whether the answer turns on something: a fact that is not known, or how the words of A are read."""
        return self.truth is None or (self.truth is False and self.otherwise is not False)


def absorption(a: Charge, b: Charge, case: Case, rules: Rules) -> Absorption | None:
    """The tests for A absorbing B; None where the acts have nothing to do with each other."""
    means = {id for deed in a.deeds for id in case.deed(deed).means}
    same, linked = set(a.deeds) == set(b.deeds), set(b.deeds) <= means
    if not same and not linked:
        return None
    named = {
        finding.deed for finding in a.met if finding.facet == "conduct" and finding.deed in b.deeds and _says(finding, b)
    }
    conduct = set(b.deeds) <= named
    answers = [(finding, _covered(finding, a, case, rules)) for finding in b.met if finding.facet not in HOW]
    brought = [(finding, _brought(finding, a)) for finding in b.met if finding.facet in HOW and finding.deed not in named]
    uncovered = tuple(finding for finding, answer in (*answers, *brought) if answer is not True)
    source = rules.data["concurrence"]["one_act" if same else "several"]
    severer = rules.severity(a.offence) > rules.severity(b.offence)
    disputed = linked and not conduct
    otherwise = _all([answer for _, answer in answers]) if disputed and severer else False
    elements = _all([answer for _, answer in (*answers, *brought)])
    return Absorption(b.address, a.address, conduct, elements, severer, uncovered, disputed, otherwise, source)


def _all(answers: Sequence[Truth]) -> Truth:
    return False if False in answers else None if None in answers else True


def _says(finding: Finding, b: Charge) -> bool:
    """Whether a fulfilled element of A is the same conduct that B punishes."""
    return any(
        other.facet == "conduct" and other.deed == finding.deed and set(other.facts) <= set(finding.facts) for other in b.met
    )


def _brought(finding: Finding, a: Charge) -> Truth:
    """Whether A names what B's conduct was and was done to."""
    return any(other.facet == finding.facet and set(finding.facts) <= set(other.facts) for other in a.met)


def _covered(finding: Finding, a: Charge, case: Case, rules: Rules) -> Truth:
    """Whether A takes account of an element of B: it names the same, or B's harm is the loss that A is punished for."""
    if any(other.facet == finding.facet and set(other.terms) & set(finding.terms) for other in a.met):
        return True
    if finding.facet == "means":
        return None
    if finding.facet != "consequence" or not set(finding.terms) & _losses(rules):
        return False
    sufferers = {amount.of for deed in a.deeds for amount in case.deed(deed).amounts if amount.kind == "damage"}
    if not sufferers:
        return False
    told = {fact.of for fact in finding.facts}
    if None in told or None in sufferers:
        return None
    return told <= sufferers


def _losses(rules: Rules) -> set[str]:
    return {row["consequence"] for row in rules.data["harm_that_is_loss"]}
