"""Records as lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from saralau.acts import Address
from saralau.messages import say
from saralau.offences import Category
from saralau.offences.records import from_record
from saralau.report.amounts import stated
from saralau.report.vocabulary import labels
from saralau.taxonomy import Agreement


def offence_lines(records: Iterable[Mapping[str, Any]], code: str) -> Iterator[str]:
    """An offence a line, in the language `code`: address, group, category, gravest punishment, features."""
    categories = {category.value: say("category-" + category.value.replace("_", "-"), code) for category in Category}
    width = max(map(len, categories.values()))
    for record in records:
        address = Address(record["article"], record["part"]).printed
        group = record["group"] or "·"
        features = (labels(f["code"]).get(code, f["code"]) for f in record["features"] if not f["excluded"])
        named = "; ".join(dict.fromkeys(features))
        unread = say("row-unread", code) if record["sanction"]["unread"] else ""
        said = "  ".join(filter(None, (_gravest(record, code), f"[{named}]" if named else "", unread)))
        yield f"{address:<10} {group:<4} {categories[record['category']]:<{width}}  {said}"


def _gravest(record: Mapping[str, Any], code: str) -> str:
    """The last alternative: codes order them from the mildest to the gravest."""
    principal = from_record(record).sanction.principal
    if not principal:
        return "–"
    kind = say("kind-" + principal[-1].kind.value.replace("_", "-"), code)
    return f"{kind} {stated(principal[-1], code)}".strip()


def group_lines(records: Sequence[Mapping[str, Any]], code: str) -> Iterator[str]:
    """The three groups: provisions with their evidence and the reason."""
    for group in ("I", "II", "III"):
        members = [record for record in records if record["group"] == group]
        own = sum(record["ict"] for record in members)
        yield ""
        yield (
            say("group-heading", code, group=group, count=own, inherited=len(members) - own)
            + ": "
            + say(f"group-{group}", code)
        )
        for record in members:
            address = Address(record["article"], record["part"]).printed
            points = sorted({proof["point"] for proof in record["ict_evidence"] if proof["point"]})
            place = address + (f"({', '.join(points)})" if points else "")
            words = "; ".join(dict.fromkeys(f"«{proof['words']}»" for proof in record["ict_evidence"]))
            reason = "; ".join(say(r["message"], code, **r["arguments"]) for r in record["group_reasons"])
            yield f"  {place:<14} {words or say('group-inherited', code)}  — {reason}"


def agreement_lines(rows: Sequence[Agreement], code: str) -> Iterator[str]:
    """Agreement with somebody's lists, provision by provision, under a line of counts."""
    counts = Counter(row.verdict for row in rows)
    yield say(
        "agreement-heading",
        code,
        both=counts["both"],
        another=counts["another_group"],
        ours=counts["only_ours"],
        theirs=counts["only_theirs"],
    )
    for verdict in ("another_group", "only_theirs", "only_ours", "both"):
        members = [row for row in rows if row.verdict == verdict]
        if members:
            yield ""
            yield say("verdict-" + verdict.replace("_", "-"), code)
        for row in members:
            groups = f"{row.ours or '–'} / {row.theirs or '–'}"
            yield f"  {row.address.printed:<14} {groups:<10} {explain(row, code)}"


def explain(row: Agreement, code: str) -> str:
    """The reason of a row in words, with the extent where it differs."""
    detail = {"detail": row.detail} if row.detail else {}
    reason = say(row.reason, code, **(dict(row.arguments) if row.arguments else detail))
    if row.scope in ("theirs_wider", "theirs_narrower") and not row.reason.startswith("agreement-theirs"):
        reason += "; " + say("agreement-" + row.scope.replace("_", "-"), code, detail=row.detail)
    return reason
