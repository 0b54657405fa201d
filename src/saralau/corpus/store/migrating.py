"""Steps from one schema to the next (Alembic), on a connection that is given: for the catalogue and for the kept things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection, MetaData


def upgrade(connection: Connection, scripts: str) -> None:
    """Brings a schema up to date, in the transaction of the connection; `scripts` (`package:folder`) is where steps lie."""
    from alembic import command
    from alembic.config import Config

    attributes: dict[str, Any] = {"connection": connection}
    config = Config(attributes=attributes)
    config.set_main_option("script_location", scripts)
    command.upgrade(config, "head")


def run_steps(metadata: MetaData, version_table: str) -> None:
    """The steps that are missing, for the `env.py` that Alembic runs."""
    from alembic import context

    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        version_table=version_table,
        transactional_ddl=True,  # SQLite too: a process that is killed leaves the schema of before
    )
    with context.begin_transaction():
        context.run_migrations()
