"""Floor 7: what is wrong with the text? Rules, each a small file, over everything that the floors below understand."""

from saralau.lint.model import Finding, Fix, Rule
from saralau.lint.running import lint
from saralau.lint.selecting import all_rules, chosen
from saralau.lint.subject import Subject

__all__ = ["Finding", "Fix", "Rule", "Subject", "all_rules", "chosen", "lint"]
