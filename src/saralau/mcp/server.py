"""The server: what it offers, and every call checked, bounded, timed and answered in words that a stranger may see.

Built on the SDK's low-level server: there each answer to a wrong call is ours, one sentence in the language asked for.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import anyio
import anyio.to_thread
import mcp_types as types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel.server import Server
from mcp.shared.exceptions import MCPError
from pydantic import ValidationError

from saralau.mcp import prompts, resources
from saralau.mcp.asking import Asked
from saralau.mcp.limits import Limits
from saralau.mcp.quoting import one_line
from saralau.mcp.tooling import Call, Told, Tool
from saralau.mcp.tools import TOOLS
from saralau.messages import InputError, languages, say
from saralau.report.asked import is_ours
from saralau.report.working import Working
from saralau.version import __version__

_LOG = logging.getLogger(__name__)
_PAGE = 100  # resources of a list
T = TypeVar("T")
_Context = ServerRequestContext[anyio.CapacityLimiter]


@dataclass(frozen=True, slots=True)
class _Door:
    """The library, the language of those who do not ask for another, the limits."""

    working: Working
    code: str
    limits: Limits

    def call(self, code: str) -> Call:
        return Call(self.working, code, self.limits)

    @asynccontextmanager
    async def turnstile(self, _server: Any) -> AsyncIterator[anyio.CapacityLimiter]:
        """Lets so many calls through at a time; every handler finds it in its context."""
        yield anyio.CapacityLimiter(self.limits.calls)

    async def timed(self, context: _Context, work: Callable[[], T]) -> T:
        """What a function answers, in a thread and in time. InputError where it takes too long."""
        with anyio.move_on_after(self.limits.seconds):
            return await anyio.to_thread.run_sync(work, abandon_on_cancel=True, limiter=context.lifespan_context)
        raise InputError("mcp-time", seconds=f"{self.limits.seconds:g}")


def make_server(working: Working, code: str = "en", limits: Limits | None = None) -> Server[anyio.CapacityLimiter]:
    """A server over a library; `code` is the language of its words where a call asks for none. Nothing sent is kept."""
    door = _Door(working, code, limits or Limits())
    return Server(
        "saralau",
        version=__version__,
        title=say("mcp-title", code),
        instructions=say("mcp-instructions", code),
        lifespan=door.turnstile,
        on_list_tools=partial(_list_tools, door),
        on_call_tool=partial(_call_tool, door),
        on_list_resources=partial(_list_resources, door),
        on_list_resource_templates=partial(_list_templates, door),
        on_read_resource=partial(_read_resource, door),
        on_list_prompts=partial(_list_prompts, door),
        on_get_prompt=partial(_get_prompt, door),
    )


async def _list_tools(door: _Door, _context: _Context, _params: Any) -> types.ListToolsResult:
    return types.ListToolsResult(tools=[_described(tool, door.code) for tool in TOOLS.values()])


def _described(tool: Tool, code: str) -> types.Tool:
    title = say(f"mcp-tool-{tool.name.replace('_', '-')}", code)
    hints = types.ToolAnnotations(
        title=title, read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    return types.Tool(
        name=tool.name, title=title, description=tool.description, input_schema=tool.input_schema,
        output_schema=tool.output_schema, annotations=hints,
    )  # fmt: skip


async def _call_tool(door: _Door, context: _Context, params: types.CallToolRequestParams) -> types.CallToolResult:
    tool = TOOLS.get(params.name)
    if tool is None:
        raise _refused(InputError("mcp-tool-absent", typed=one_line(params.name), known=", ".join(TOOLS)), door.code)
    given = params.arguments or {}
    code = _code(given.get("ui"), door.code)
    try:
        asked = _checked(tool, given)
        told = await door.timed(context, lambda: tool.run(door.call(code), asked))
    except Exception as flaw:
        return types.CallToolResult(content=[_text(_sentence(flaw, code))], is_error=True)
    return types.CallToolResult(
        content=[_text(_readable(told, door.limits, code))],
        structured_content=told.record.model_dump(mode="json"),
    )


def _checked(tool: Tool, given: dict[str, Any]) -> Asked:
    """What was asked. InputError names the arguments that are not what the schema says, and nothing of what they hold."""
    try:
        return tool.asked.model_validate(given)
    except ValidationError as flaw:
        names = dict.fromkeys(".".join(str(part) for part in one["loc"][:2]) for one in flaw.errors()[:20])
        shown = ", ".join(one_line(name, 40) for name in list(names)[:8])
        raise InputError("mcp-arguments", names=shown) from None
    except (RecursionError, UnicodeError):
        raise InputError("mcp-arguments", names="–") from None


def _readable(told: Told, limits: Limits, code: str) -> str:
    text = "\n".join(told.lines)
    if len(text) <= limits.answer:
        return text
    return f"{text[: limits.answer]}…\n{say('mcp-cut', code)}"


async def _list_resources(door: _Door, context: _Context, params: Any) -> types.ListResourcesResult:
    cursor = str(getattr(params, "cursor", None) or "0")
    start = int(cursor) if cursor.isascii() and cursor.isdecimal() and len(cursor) < 7 else 0
    rows = await _safely(door, context, lambda: resources.listed(door.call(door.code)))
    found = [
        types.Resource(uri=one.uri, name=one.name, title=one.title, description=one.told, mime_type=one.media)
        for one in rows[start : start + _PAGE]
    ]
    reached = start + _PAGE
    return types.ListResourcesResult(resources=found, next_cursor=str(reached) if reached < len(rows) else None)


async def _list_templates(door: _Door, _context: _Context, _params: Any) -> types.ListResourceTemplatesResult:
    rows = resources.templates(door.code)
    return types.ListResourceTemplatesResult(
        resource_templates=[
            types.ResourceTemplate(uri_template=one.uri, name=one.name, title=one.title, mime_type=one.media) for one in rows
        ]
    )


async def _read_resource(
    door: _Door, context: _Context, params: types.ReadResourceRequestParams
) -> types.ReadResourceResult:
    uri = str(params.uri)
    found = await _safely(door, context, lambda: resources.read(door.call(door.code), uri))
    return types.ReadResourceResult(contents=[types.TextResourceContents(uri=uri, mime_type=found.media, text=found.text)])


async def _list_prompts(door: _Door, _context: _Context, _params: Any) -> types.ListPromptsResult:
    return types.ListPromptsResult(
        prompts=[
            types.Prompt(
                name=one.name,
                title=prompts.title(one.name, door.code),
                description=prompts.told(one.name, door.code),
                arguments=[
                    types.PromptArgument(
                        name=argument.name,
                        description=prompts.argument_told(argument.name, door.code),
                        required=argument.required,
                    )
                    for argument in one.arguments
                ],
            )
            for one in prompts.PROMPTS.values()
        ]
    )


async def _get_prompt(door: _Door, context: _Context, params: types.GetPromptRequestParams) -> types.GetPromptResult:
    given = dict(params.arguments or {})
    words = await _safely(
        door, context, lambda: prompts.text(params.name, given, door.code), _code(given.get("ui"), door.code)
    )
    message = types.PromptMessage(role="user", content=_text(words))
    return types.GetPromptResult(description=prompts.told(params.name, door.code), messages=[message])


async def _safely(door: _Door, context: _Context, work: Callable[[], T], code: str | None = None) -> T:
    """What a function answers; any error becomes one of the protocol, with a sentence and nothing of ours in it."""
    try:
        return await door.timed(context, work)
    except Exception as flaw:
        raise _refused(flaw, code or door.code) from None


def _refused(flaw: Exception, code: str) -> MCPError:
    return MCPError(types.INVALID_PARAMS if _is_of_the_caller(flaw) else types.INTERNAL_ERROR, _sentence(flaw, code))


def _is_of_the_caller(flaw: Exception) -> bool:
    """Whether an error is of what was sent, and not of what the server has or does."""
    return isinstance(flaw, InputError) and not is_ours(flaw)


def _sentence(flaw: Exception, code: str) -> str:
    """What a stranger is told of an error; what is ours stays in the log, which is on the error channel."""
    if isinstance(flaw, InputError) and _is_of_the_caller(flaw):
        return one_line(flaw.told(code), 1500)
    if isinstance(flaw, InputError):
        _LOG.error("%s", flaw)
    elif isinstance(flaw, ModuleNotFoundError):  # a library takes what the extra `search` brings
        return say("search-absent", code)
    else:
        _LOG.error("a call broke", exc_info=flaw)
    return say("api-broken", code)


def _code(asked: object, usual: str) -> str:
    return asked if isinstance(asked, str) and asked in languages() else usual


def _text(words: str) -> types.TextContent:
    return types.TextContent(type="text", text=words)
