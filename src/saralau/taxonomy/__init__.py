"""Floor 4: what kind of cybercrime is it? Offences in; groups with reasons, kin, gaps and agreement out."""

from saralau.taxonomy.agreement import Agreement, Stands, compare
from saralau.taxonomy.classifying import classify
from saralau.taxonomy.gaps import find_gaps
from saralau.taxonomy.kinship import find_kin
from saralau.taxonomy.model import Gap, Group, Kin, Placement, Reason

__all__ = [
    "Agreement",
    "Gap",
    "Group",
    "Kin",
    "Placement",
    "Reason",
    "Stands",
    "classify",
    "compare",
    "find_gaps",
    "find_kin",
]
