"""Floor 10: how does an assistant ask? The library, cases, treaties and the linter over the Model Context Protocol."""

from saralau.mcp.serving import serve

__all__ = ["serve"]
