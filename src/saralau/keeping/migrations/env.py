"""What Alembic runs: the steps that are missing, on the connection that it is given."""

from __future__ import annotations

from saralau.corpus.store.migrating import run_steps
from saralau.keeping.tables import VERSION_TABLE, metadata

run_steps(metadata, VERSION_TABLE)
