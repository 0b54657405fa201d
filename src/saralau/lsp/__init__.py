"""Floor 10, beside the other doors: drafts of legislation in an editor, over the Language Server Protocol."""

from saralau.lsp.serving import serve

__all__ = ["serve"]
