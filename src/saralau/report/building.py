"""From a register to the picture that the page draws. With the act in hand, the law's own words come beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from saralau.acts import Act, Address
from saralau.documents import Span
from saralau.history import find_losses
from saralau.messages import languages, say
from saralau.offences.describing import describe
from saralau.offences.model import Offence
from saralau.offences.records import from_record
from saralau.packs import load
from saralau.report import picture as shown
from saralau.report.precision import Judgements, judgements, wilson
from saralau.report.titles import Titles, titles_for
from saralau.report.vocabulary import labels
from saralau.taxonomy import Reason
from saralau.version import __version__

GROUPS = ("I", "II", "III")
EVERYWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Words:
    """The act's own words: present only where the user supplied the text."""

    act: Act
    offences: Mapping[Address, Offence]

    def of(self, address: Address) -> str | None:
        """The words of a part, sanction included."""
        offence = self.offences.get(address)
        return " ".join(self.act.words(offence.span).split()) if offence else None


def build_picture(
    register: Mapping[str, Any], words: Words | None = None, before: Mapping[str, Any] | None = None
) -> shown.Picture:
    """Everything the page shows, decided. `before` is the register of an earlier edition."""
    titles = titles_for(register)
    offences = {record_address(record): from_record(record) for record in register["offences"]}
    judged = judgements(register["act"]["id"], "gaps")
    verdicts = judged.verdicts if judged and judged.edition == register["act"]["edition"] else {}
    rows = tuple(
        _row(record, offences[record_address(record)], titles, words) for record in register["offences"] if record["group"]
    )
    return shown.Picture(
        basis=basis_of(register, embedded=words is None),
        counts=_counts(register, rows),
        ledger=register["ledger"] if words else None,
        chapters=tuple(_chapters(register, rows, titles)),
        rows=rows,
        gaps=tuple(_gap(gap, titles, verdicts) for gap in register["gaps"]),
        gap_rule=None if judged is None else _gap_rule(register, judged),
        losses=None if before is None else tuple(_losses(before, register, titles)),
        earlier=None if before is None else basis_of(before, embedded=False),
        flaws=tuple(_flaw(defect) for defect in register["defects"]),
        flaw_counts=register["defect_counts"],
        severity=_severity(register),
    )


def picture_record(drawn: shown.Picture) -> dict[str, Any]:
    """What the page tells in numbers and addresses, for programs; the provisions themselves are offence records."""
    losses = drawn.losses
    return {
        "basis": asdict(drawn.basis),
        "counts": dict(drawn.counts),
        "chapters": [
            {"number": c.number, "offences": c.offences, "own": c.own, "inherited": c.inherited} for c in drawn.chapters
        ],
        "gaps": [
            {"at": g.address.short, "siblings": [s.short for s in g.siblings], "verdict": g.verdict} for g in drawn.gaps
        ],
        "losses": None if losses is None else [{"at": x.address.short, "code": x.code, "kind": x.kind} for x in losses],
        "defects": dict(drawn.flaw_counts),
    }


def record_address(record: Mapping[str, Any]) -> Address:
    """The address of an offence record."""
    return Address(record["article"], record["part"])


def basis_of(register: Mapping[str, Any], *, embedded: bool) -> shown.Basis:
    """What the register rests on, for the foot of every page and answer."""
    act = register["act"]
    general = act["general_part"]
    return shown.Basis(
        version=__version__,
        act=act["titles"] or dict.fromkeys(languages(), act["title"] or act["source"]["name"]),
        act_id=act["portal_id"] or "",
        jurisdiction=act["jurisdiction"] or "",
        edition=act["edition"],
        language=act["language"],
        source=act["source"]["name"],
        sha256=act["source"]["sha256"],
        pack=f"{general['pack']}@{general['edition']}" if general else "",
        vocabulary="saralau/vocabulary/1",
        embedded=embedded,
    )


def _counts(register: Mapping[str, Any], rows: tuple[shown.Row, ...]) -> dict[str, int]:
    groups = Counter(f"{'own' if row.own else 'inherited'}_{row.group}" for row in rows)
    features = [feature for record in register["offences"] for feature in record["features"]]
    counted = {f"{how}_{group}": groups[f"{how}_{group}"] for how in ("own", "inherited") for group in GROUPS}
    return counted | {
        "articles": len(register["articles"]),
        "excluded_articles": sum(article["excluded"] for article in register["articles"]),
        "offences": len(register["offences"]),
        "kin": len({kin["at"] for kin in register["kin"]}),
        "features": sum(not f["excluded"] for f in features),
        "other_features": sum(f["code"] == "other" and not f["excluded"] for f in features),
    }


def _chapters(register: Mapping[str, Any], rows: tuple[shown.Row, ...], titles: Titles) -> list[shown.Chapter]:
    offences = Counter(record["chapter"] for record in register["offences"])
    own = Counter((row.chapter, row.group) for row in rows if row.own)
    inherited = Counter((row.chapter, row.group) for row in rows if not row.own)
    return [
        shown.Chapter(
            number=chapter["number"],
            title=titles.chapter(chapter["number"]),
            offences=offences[chapter["number"]],
            own={group: own[chapter["number"], group] for group in GROUPS},
            inherited={group: inherited[chapter["number"], group] for group in GROUPS},
        )
        for chapter in register["chapters"]
        if offences[chapter["number"]]
    ]


def _row(record: Mapping[str, Any], offence: Offence, titles: Titles, words: Words | None) -> shown.Row:
    title = titles.article(offence.address.article)
    descriptions = {
        code: describe(offence, title.texts.get(code) or offence.title, _labeller(code), _speaker(code))
        for code in languages()
    }
    return shown.Row(
        address=offence.address,
        title=title,
        chapter=offence.chapter or "",
        group=record["group"],
        own=record["ict"],
        reasons=tuple(Reason(r["message"], r["arguments"]) for r in record["group_reasons"]),
        proofs=tuple(
            shown.Proof(proof["code"], labels(proof["code"]), proof["point"], proof.get("words") if words else None)
            for proof in record["ict_evidence"]
        ),
        description=descriptions,
        extends=offence.extends,
        sanction=offence.sanction,
        category=offence.category,
        category_reason=offence.category_reason,
        limitation_years=offence.limitation_years,
        limitation_reason=offence.limitation_reason,
        words=words.of(offence.address) if words else None,
    )


def _labeller(code: str) -> Any:
    return lambda term: labels(term).get(code, term)


def _speaker(code: str) -> Any:
    return lambda message, **arguments: say(message, code, **arguments)


def _gap(gap: Mapping[str, Any], titles: Titles, verdicts: Mapping[str, str]) -> shown.Gap:
    address = Address.read(gap["at"])
    siblings = tuple(map(Address.read, gap["siblings"]))
    reasons = tuple(Reason(f"conduct-{code.replace('_', '-')}", {}) for code in gap["conduct"])
    return shown.Gap(address, titles.article(address.article), siblings, reasons, verdicts.get(gap["at"]))


def _gap_rule(register: Mapping[str, Any], judged: Judgements) -> shown.GapRule:
    right, total = judged.right, len(judged.verdicts)
    low, high = wilson(right, total)
    return shown.GapRule(register["gap_candidates"], len(register["gaps"]), total, right, low, high, judged.edition)


def _losses(before: Mapping[str, Any], after: Mapping[str, Any], titles: Titles) -> list[shown.Loss]:
    earlier = [from_record(record) for record in before["offences"]]
    later = [from_record(record) for record in after["offences"]]
    return [
        shown.Loss(loss.address, titles.article(loss.address.article), loss.code, labels(loss.code), loss.kind)
        for loss in find_losses(earlier, later)
    ]


def _flaw(defect: Mapping[str, Any]) -> shown.Flaw:
    at = defect["at"]
    return shown.Flaw(
        defect["code"],
        Address.read(at) if at else None,
        defect["line"],
        defect.get("words"),
        defect["detail"],
    )


def _severity(register: Mapping[str, Any]) -> shown.Severity:
    general = register["act"]["general_part"]
    rates = load(general["pack"])["conversion"] if general else []
    sources = tuple(dict.fromkeys(Address.read(rate["source"]) for rate in rates))
    return shown.Severity({rate["kind"]: float(rate["per_day"]) for rate in rates}, sources)
