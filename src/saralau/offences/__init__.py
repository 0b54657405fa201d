"""Floor 3: what does it punish? An act in, offences with their features and sanctions out."""

from saralau.offences.finding import Offences, find_offences
from saralau.offences.ict import find_ict
from saralau.offences.model import (
    Application,
    Category,
    Condition,
    Evidence,
    Fault,
    Feature,
    Kind,
    Limit,
    Offence,
    Punishment,
    Sanction,
    Unit,
)

__all__ = [
    "Application",
    "Category",
    "Condition",
    "Evidence",
    "Fault",
    "Feature",
    "Kind",
    "Limit",
    "Offence",
    "Offences",
    "Punishment",
    "Sanction",
    "Unit",
    "find_ict",
    "find_offences",
]
