"""The grammar of sanctions: one for all languages, which bring their templates. Read, say again, compare."""

from saralau.offences.sanctions.reading import Flaw, read_sanction
from saralau.offences.sanctions.saying import difference, say_sanction

__all__ = ["Flaw", "difference", "read_sanction", "say_sanction"]
