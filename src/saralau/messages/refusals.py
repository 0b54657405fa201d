"""What guards before an application refuse, by HTTP status: every door says it in its own way, by the same messages."""

from __future__ import annotations

REFUSALS = {
    401: "api-unidentified",
    403: "api-from-elsewhere",
    408: "api-too-slow",
    413: "api-too-large",
    421: "api-other-host",
    429: "api-too-often",
}
