"""Acts whose state nothing tells are under `zz`; the tables stay. `store.refiling` moves them, for records go with rows."""

from __future__ import annotations

revision = "v2"
down_revision = "v1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing: the version alone tells that the acts were moved."""


def downgrade() -> None:
    """Nothing: a catalogue of before may have acts under any address."""
