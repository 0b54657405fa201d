"""Floor 1: how is it built? A document in, an act of addressed provisions out."""

from saralau.acts.address import Address
from saralau.acts.akoma_ntoso import Event, Reference, write_akn
from saralau.acts.identity import UNTOLD, Identity, identify
from saralau.acts.ledger import Ledger, balance
from saralau.acts.model import Act, Defect, EditorNote, Kind, Provision
from saralau.acts.parsing import parse_act
from saralau.acts.reading import read_act

__all__ = [
    "UNTOLD",
    "Act",
    "Address",
    "Defect",
    "EditorNote",
    "Event",
    "Identity",
    "Kind",
    "Ledger",
    "Provision",
    "Reference",
    "balance",
    "identify",
    "parse_act",
    "read_act",
    "write_akn",
]
