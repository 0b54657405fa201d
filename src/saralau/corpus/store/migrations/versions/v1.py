"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v1"
down_revision = None
branch_labels = None
depends_on = None

PLAIN = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Makes all tables."""
    op.create_table(
        "works",
        sa.Column("iri", PLAIN, primary_key=True),
        sa.Column("id", PLAIN, nullable=False),
        sa.Column("kind", PLAIN, nullable=False),
        sa.Column("date", PLAIN, nullable=False),
        sa.Column("number", PLAIN),
        sa.Column("jurisdiction", PLAIN, nullable=False),
    )
    op.create_table(
        "titles",
        sa.Column("iri", PLAIN, sa.ForeignKey("works.iri"), primary_key=True),
        sa.Column("language", PLAIN, primary_key=True),
        sa.Column("title", PLAIN, nullable=False),
    )
    op.create_table(
        "texts",
        sa.Column("sha256", PLAIN, primary_key=True),
        sa.Column("iri", PLAIN, sa.ForeignKey("works.iri"), nullable=False),
        sa.Column("language", PLAIN, nullable=False),
        sa.Column("edition", PLAIN, nullable=False),
        sa.Column("name", PLAIN, nullable=False),
        sa.Column("title", PLAIN, nullable=False),
        sa.Column("source", PLAIN, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("added", PLAIN, nullable=False),
        sa.Column("units", sa.LargeBinary, nullable=False),
    )
    op.create_index("texts_of_work", "texts", ["iri", "language", "edition"])
    op.create_table(
        "sources",
        sa.Column("path", PLAIN, primary_key=True),
        sa.Column("stamp", PLAIN, nullable=False),
        sa.Column("sha256", PLAIN),
        sa.Column("outcome", PLAIN, nullable=False),
        sa.Column("reason", PLAIN, nullable=False),
        sa.Column("details", PLAIN, nullable=False),
        sa.Column("seen", PLAIN, nullable=False),
    )
    op.create_index("sources_of_text", "sources", ["sha256"])
    op.create_table(
        "citations",
        sa.Column("row", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("iri", PLAIN, sa.ForeignKey("works.iri"), nullable=False),
        sa.Column("language", PLAIN, nullable=False),
        sa.Column("from_address", PLAIN, nullable=False),
        sa.Column("to_iri", PLAIN, nullable=False),
        sa.Column("to_address", PLAIN, nullable=False),
    )
    op.create_index("citations_of_work", "citations", ["iri", "language"])
    op.create_index("citations_to", "citations", ["to_iri", "to_address"])
    op.create_table(
        "pending",
        sa.Column("iri", PLAIN, primary_key=True),
        sa.Column("language", PLAIN, primary_key=True),
    )


def downgrade() -> None:
    """There is nothing before this."""
    for table in ("pending", "citations", "sources", "texts", "titles", "works"):
        op.drop_table(table)
