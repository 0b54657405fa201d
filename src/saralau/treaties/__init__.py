"""Floor 6: what must it punish? A treaty is a set of scenarios, run through a national code by the evaluator of cases."""

from saralau.treaties.covering import Coverage, cover
from saralau.treaties.model import Treaty
from saralau.treaties.reading import treaty, treaty_names

__all__ = ["Coverage", "Treaty", "cover", "treaty", "treaty_names"]
