"""Tools by subject: each file has those of one. What they tell comes from the rooms below."""

from saralau.mcp.tooling import Tool
from saralau.mcp.tools import acts, cases, citations, history, linting, searching, treaties

TOOLS: dict[str, Tool] = {
    tool.name: tool for subject in (acts, searching, citations, history, cases, treaties, linting) for tool in subject.TOOLS
}

__all__ = ["TOOLS"]
