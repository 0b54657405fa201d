"""What the description of the API shows as examples: of the state and the act that packs name where a user names none."""

from __future__ import annotations

from saralau.api.working import key_of
from saralau.packs import load

REGISTER = str(load("defaults")["register"]).replace("/", ":")
JURISDICTION = REGISTER.split(":")[0]
_ACT = load(f"{JURISDICTION}/jurisdiction")["acts"][0]
IRI = str(_ACT["iri"])
KEY = key_of(IRI)
ID = str(_ACT["slug"])
