"""The tables of the catalogue. All that is in them can be made anew from texts and records.

Texts that are compared or sorted are so by their code points on every server, whatever its language is.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

VERSION_TABLE = "schema_version"
VERSIONS = ("v1", "v2")  # of the schema, as the migrations are called, in their order
READABLE = ("v1", "v2")  # those whose tables are the ones below

PLAIN = Text().with_variant(Text(collation="C"), "postgresql")

metadata = MetaData()

works = Table(
    "works",
    metadata,
    Column("iri", PLAIN, primary_key=True),
    Column("id", PLAIN, nullable=False),  # a pack's name for it, or ""
    Column("kind", PLAIN, nullable=False),
    Column("date", PLAIN, nullable=False),  # ISO, or a year alone
    Column("number", PLAIN),
    Column("jurisdiction", PLAIN, nullable=False),
)

titles = Table(  # of each work's newest edition in a language
    "titles",
    metadata,
    Column("iri", PLAIN, ForeignKey("works.iri"), primary_key=True),
    Column("language", PLAIN, primary_key=True),
    Column("title", PLAIN, nullable=False),
)

texts = Table(
    "texts",
    metadata,
    Column("sha256", PLAIN, primary_key=True),
    Column("iri", PLAIN, ForeignKey("works.iri"), nullable=False),
    Column("language", PLAIN, nullable=False),
    Column("edition", PLAIN, nullable=False),
    Column("name", PLAIN, nullable=False),
    Column("title", PLAIN, nullable=False),  # as this edition has it
    Column("source", PLAIN, nullable=False),
    Column("size", Integer, nullable=False),  # bytes
    Column("added", PLAIN, nullable=False),  # when, for people: nothing is decided by it
    Column("units", LargeBinary, nullable=False),  # zlib over JSON [[address, digest], ...]
    Index("texts_of_work", "iri", "language", "edition"),
)

sources = Table(  # paths that were visited, and what came of it
    "sources",
    metadata,
    Column("path", PLAIN, primary_key=True),
    Column("stamp", PLAIN, nullable=False),  # by which a path is known to be unchanged
    Column("sha256", PLAIN),
    Column("outcome", PLAIN, nullable=False),
    Column("reason", PLAIN, nullable=False),  # id of a message, or ""
    Column("details", PLAIN, nullable=False),  # its variables, JSON
    Column("seen", PLAIN, nullable=False),  # when, for people
    Index("sources_of_text", "sha256"),
)

citations = Table(  # of each work's newest edition in a language, in the order of its text
    "citations",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=True),
    Column("iri", PLAIN, ForeignKey("works.iri"), nullable=False),
    Column("language", PLAIN, nullable=False),
    Column("from_address", PLAIN, nullable=False),
    Column("to_iri", PLAIN, nullable=False),  # "" for the act itself
    Column("to_address", PLAIN, nullable=False),
    Index("citations_of_work", "iri", "language"),
    Index("citations_to", "to_iri", "to_address"),
)

pending = Table(  # works in a language whose texts the index does not have yet
    "pending",
    metadata,
    Column("iri", PLAIN, primary_key=True),
    Column("language", PLAIN, primary_key=True),
)
