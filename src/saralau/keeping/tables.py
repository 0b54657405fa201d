"""The tables of what is kept. Nothing else has it: losing this file, or the secret, loses the cases.

Moments are whole seconds since 1970 (UTC).
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

VERSION_TABLE = "schema_version"
VERSIONS = ("v1",)  # of the schema, as the migrations are called, in their order

metadata = MetaData()

people = Table(
    "people",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("password", Text),  # as `passwords` writes it; none for who comes through a proxy alone
    Column("since", Integer, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("digest", Text, primary_key=True),  # of the id that the browser has
    Column("person", Text, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("seen", Integer, nullable=False),
    Column("until", Integer, nullable=False),
    Index("sessions_of_person", "person"),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", Text, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("person", Text, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("label", Text, nullable=False),
    Column("since", Integer, nullable=False),
    Column("until", Integer, nullable=False),
    Index("tokens_of_person", "person"),
)

cases = Table(
    "cases",
    metadata,
    Column("id", Text, primary_key=True),
    Column("owner", Text, nullable=False),
    Column(
        "revision", Integer, nullable=False
    ),  # one more with each change, so that nobody overwrites what they have not seen
    Column("name", LargeBinary, nullable=False),  # sealed, as the text is: a name tells much of a case
    Column("text", LargeBinary, nullable=False),
    Column("changed", Integer, nullable=False),
    Index("cases_of_owner", "owner", "changed"),
)
