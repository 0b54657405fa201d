"""Records as lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from saralau.acts import Address
from saralau.taxonomy import Agreement

Say = Callable[..., str]


def offence_lines(records: Iterable[Mapping[str, Any]], say: Say) -> Iterator[str]:
    """An offence a line: address, group, category, punishments in short, features."""
    for record in records:
        address = Address(record["article"], record["part"]).printed
        group = record["group"] or ("·" if not record["ict_inherited"] else "↳")
        category = say("category-" + record["category"].replace("_", "-"))
        features = ", ".join(dict.fromkeys(f["code"] for f in record["features"] if not f["excluded"]))
        yield f"{address:<14} {group:<4} {category:<22} {_threat(record, say)}" + (f"  [{features}]" if features else "")


def _threat(record: Mapping[str, Any], say: Say) -> str:
    gravest = record["sanction"]["principal"][-1:]
    return "; ".join(f"{say('kind-' + row['kind'].replace('_', '-'))} {_amount(row)}" for row in gravest)


def _amount(row: Mapping[str, Any]) -> str:
    if row["life"] and row["min"] is None:
        return "∞"
    low = "" if row["min"] is None or row["min"] == row["max"] else f"{row['min']}–"
    return f"{low}{row['max']} {row['unit'] or ''}".strip()


def group_lines(records: Sequence[Mapping[str, Any]], say: Say) -> Iterator[str]:
    """The three groups: provisions with their evidence and the reason."""
    for group in ("I", "II", "III"):
        members = [record for record in records if record["group"] == group]
        own = sum(record["ict"] for record in members)
        yield ""
        yield (say("group-heading", group=group, count=own, inherited=len(members) - own) + ": " + say(f"group-{group}"))
        for record in members:
            address = Address(record["article"], record["part"]).printed
            points = sorted({proof["point"] for proof in record["ict_evidence"] if proof["point"]})
            place = address + "".join(f"({point})" for point in points[:1])
            words = "; ".join(dict.fromkeys(f"«{proof['words']}»" for proof in record["ict_evidence"]))
            reason = "; ".join(say(r["message"], **r["arguments"]) for r in record["group_reasons"])
            yield f"  {place:<14} {words or say('group-inherited')}  — {reason}"


def agreement_lines(rows: Sequence[Agreement], say: Say) -> Iterator[str]:
    """Agreement with somebody's lists, provision by provision, under a line of counts."""
    counts = Counter(row.verdict for row in rows)
    yield say(
        "agreement-heading",
        both=counts["both"],
        another=counts["another_group"],
        ours=counts["only_ours"],
        theirs=counts["only_theirs"],
    )
    for verdict in ("another_group", "only_theirs", "only_ours", "both"):
        members = [row for row in rows if row.verdict == verdict]
        if members:
            yield ""
            yield say("verdict-" + verdict.replace("_", "-"))
        for row in members:
            groups = f"{row.ours or '–'} / {row.theirs or '–'}"
            yield f"  {row.address.printed:<14} {groups:<10} {explain(row, say)}"


def explain(row: Agreement, say: Say) -> str:
    """The reason of a row in words, with the extent where it differs."""
    detail = {"detail": row.detail} if row.detail else {}
    reason = say(row.reason, **(dict(row.arguments) if row.arguments else detail))
    if row.scope in ("theirs_wider", "theirs_narrower") and not row.reason.startswith("agreement-theirs"):
        reason += "; " + say("agreement-" + row.scope.replace("_", "-"), detail=row.detail)
    return reason
