"""How the catalogue's tables came to be as they are, step by step (Alembic); run by `store.connecting`, never by hand."""
