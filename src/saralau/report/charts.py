"""Pictures: a Vega-Lite specification as SVG, drawn offline by vl-convert, which comes with the extra `charts`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from saralau.messages import InputError


def svg(spec: Mapping[str, Any]) -> str:
    """The picture as SVG. Nothing is fetched; InputError where the extra is absent."""
    try:
        from vl_convert import vegalite_to_svg
    except ModuleNotFoundError:
        raise InputError("charts-absent") from None
    return str(vegalite_to_svg(dict(spec), allowed_base_urls=[]))


def inline(picture: str, label: str) -> str:
    """The SVG as part of a page: named for screen readers, as wide as its place, without declarations HTML does not need."""
    head, rest = picture.split(">", 1)
    size = re.search(r'viewBox="[^"]*"', head)
    return f'<svg role="img" aria-label="{escape(label)}" {size[0] if size else ""}>{rest}'
