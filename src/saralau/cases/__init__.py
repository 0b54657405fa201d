"""What do these facts amount to? A case, a national pack; the charges, what absorbs what, and why."""

from saralau.cases.model import Amount, Case, Deed, Fact, Person
from saralau.cases.qualifying import Answer, Qualification, qualify
from saralau.cases.reading import read_case

__all__ = ["Amount", "Answer", "Case", "Deed", "Fact", "Person", "Qualification", "qualify", "read_case"]
