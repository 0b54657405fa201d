"""Floor 7: what would a change do? Drafts in the drafters' formulas read, applied to an act, weighed before and after."""

from saralau.drafts.applying import apply
from saralau.drafts.model import Draft, DraftError, Instruction, Target
from saralau.drafts.reading import read_draft

__all__ = ["Draft", "DraftError", "Instruction", "Target", "apply", "read_draft"]
