"""Where a request comes from: what a proxy says of it counts only if it comes from a proxy that is trusted."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping, Sequence
from ipaddress import ip_address, ip_network
from typing import Any

from saralau.web.settings import Network

Scope = MutableMapping[str, Any]
PEER = "saralau.peer"  # in a scope: the address from which it really came
FORWARDED = frozenset((b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-forwarded-proto", b"x-real-ip", b"via"))
_HOPS = 20


def came_from(scope: Scope, proxies: Sequence[Network]) -> Scope:
    """The scope as a trusted proxy tells it: the address of who asks, and whether they came by HTTPS."""
    peer = scope["client"][0] if scope.get("client") else ""
    scope = {**scope, PEER: peer}
    if not is_among(peer, proxies):
        return scope
    if values(scope, b"x-forwarded-proto")[-1:] == ["https"]:
        scope["scheme"] = "https"
    hops = [hop.strip() for value in values(scope, b"x-forwarded-for") for hop in value.split(",")]
    for hop in reversed(hops[-_HOPS:]):  # the last was added by the nearest proxy; what stands before it may be made up
        if not _is_address(hop):
            break
        scope["client"] = (hop, 0)
        if not is_among(hop, proxies):
            break
    return scope


def neighbourhood(address: str) -> str:
    """For whom something is counted: an address; of IPv6 the network, in which one machine has addresses without number."""
    if ":" not in address or not _is_address(address):
        return address
    mapped = getattr(ip_address(address), "ipv4_mapped", None)
    return str(mapped or ip_network(f"{address.partition('%')[0]}/64", strict=False))


def is_among(address: str, networks: Iterable[Network]) -> bool:
    """Whether an address is in one of the networks."""
    if not _is_address(address):
        return False
    found = ip_address(address)
    mapped = getattr(found, "ipv4_mapped", None) or found
    return any(mapped in network for network in networks if network.version == mapped.version)


def values(scope: Scope, name: bytes) -> list[str]:
    """All values of a header, in their order."""
    return [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name]


def is_forwarded(scope: Scope) -> bool:
    """Whether a request went through a proxy that says so."""
    return any(key.lower() in FORWARDED for key, _ in scope["headers"])


def _is_address(typed: str) -> bool:
    try:
        ip_address(typed)
    except ValueError:
        return False
    return True
