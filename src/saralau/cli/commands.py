"""What the commands do: ask the rooms below, then print or write."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import typer

from saralau.cli.output import print_json, read_date, write_file
from saralau.cli.speech import speak, ui_language
from saralau.messages import InputError


def write_report(
    file: Path | None, output: Path, before: Path | None, lang: str | None, register_id: str | None, as_json: bool
) -> None:
    """Writes the page and prints where it is and what it says."""
    from saralau.packs import load
    from saralau.report.building import Words, build_picture, picture_record
    from saralau.report.page import render
    from saralau.report.register import make_register, read_register

    earlier = None if before is None else make_register(_analysed(before, None), quoting=True)
    if file is None:
        picture = build_picture(read_register(load(_register_name(register_id))), None, earlier)
    else:
        analysis = _analysed(file, lang)
        words = Words(analysis.act, {offence.address: offence for offence in analysis.offences.items})
        picture = build_picture(make_register(analysis, quoting=True), words, earlier)
    write_file(output, render(picture))
    place = str(output.resolve())
    if as_json:
        print_json({"schema": "saralau/report/1", "page": place, **picture_record(picture)})
        return
    typer.echo(place)
    counts = picture.counts
    own = {group: counts[f"own_{group}"] for group in ("I", "II", "III")}
    inherited = sum(counts[f"inherited_{group}"] for group in ("I", "II", "III"))
    typer.echo(
        speak(
            "report-summary",
            edition=picture.basis.edition or "unknown",
            articles=counts["articles"],
            offences=counts["offences"],
            own=sum(own.values()),
            first=own["I"],
            second=own["II"],
            third=own["III"],
            inherited=inherited,
            gaps=len(picture.gaps),
        )
    )


def show_structure(file: Path, form: str, lang: str | None) -> None:
    """Prints the structure as an indented tree, as JSON or as Akoma Ntoso."""
    from saralau.acts import balance, read_act
    from saralau.report.structure import structure_akn, structure_basis, structure_record, structure_tree

    if form not in ("tree", "json", "akn"):
        raise InputError("format-unknown", given=form, known="tree, json, akn")
    act = read_act(file, lang)
    if form == "json":
        print_json(structure_record(act))
        return
    if form == "akn":
        typer.echo(structure_akn(act), nl=False)
        return
    for line in structure_tree(act):
        typer.echo(line)
    ledger = balance(act)
    key = "ledger-balanced" if ledger.balanced else "ledger-unbalanced"
    typer.echo(speak(key, total=ledger.total, orphans=ledger.orphans, defects=len(act.defects)), err=True)
    if heads := act.document.running_heads:
        typer.echo(speak("running-heads", heads=" | ".join(heads)), err=True)
    _tell_basis(structure_basis(act), act)


def show_offences(file: Path, as_json: bool, as_csv: bool, lang: str | None) -> None:
    """Prints every offence: JSON lines, CSV, or a table for reading."""
    from saralau.report.register import offence_records

    analysis = _analysed(file, lang)
    records = list(offence_records(analysis, quoting=True))
    if as_json:
        basis = _basis(analysis)
        for record in records:
            print_json({**record, "basis": basis})
    elif as_csv:
        _print_offences_csv(analysis, records)
    else:
        from saralau.report.terminal import offence_lines

        _print_lines(offence_lines(records, ui_language()), analysis)


def show_groups(file: Path, against: Path | None, written: str, as_json: bool, as_csv: bool, lang: str | None) -> None:
    """Prints the groups, or with `against` the agreement with somebody's lists."""
    analysis = _analysed(file, lang)
    if against is not None:
        _show_agreement(analysis, against, read_date(written), as_json, as_csv)
        return
    from saralau.report.register import offence_records

    records = [record for record in offence_records(analysis, quoting=True) if record["group"]]
    if as_json:
        print_json({"schema": "saralau/groups/1", "basis": _basis(analysis), "provisions": records})
    elif as_csv:
        _print_offences_csv(analysis, records)
    else:
        from saralau.report.terminal import group_lines

        _print_lines(group_lines(records, ui_language()), analysis)


def _show_agreement(analysis: Any, against: Path, written: str, as_json: bool, as_csv: bool) -> None:
    from saralau.report.agreement import agreement_record, read_lists
    from saralau.taxonomy import compare

    rows = compare(analysis.act, analysis.placements, read_lists(against), analysis.amendments, written)
    records = [agreement_record(row) for row in rows]
    if as_json:
        print_json({"schema": "saralau/agreement/1", "basis": _basis(analysis), "rows": records})
    elif as_csv:
        _print_csv(tuple(records[0]) if records else (), records, _basis(analysis))
    else:
        from saralau.report.terminal import agreement_lines

        _print_lines(agreement_lines(rows, ui_language()), analysis)


def show_alignment(one: Path, other: Path, every: bool, as_json: bool) -> None:
    """Prints what two texts of one act say differently though no note reports a change."""
    from saralau.report.alignment import align_files, alignment_lines, alignment_record

    aligned = align_files(one, other)
    if as_json:
        print_json(alignment_record(aligned))
        return
    for line in alignment_lines(aligned, ui_language(), every=every):
        typer.echo(line)


def write_register(file: Path, pack: Path, lang: str | None, as_json: bool) -> None:
    """Writes `<pack>/<jurisdiction>/<act>@<edition>.<language>.yaml` and prints its path."""
    from saralau.report.register import make_register
    from saralau.report.register_yaml import register_text

    analysis = _analysed(file, lang)
    register = make_register(analysis, quoting=False)
    if analysis.identity is None:
        raise InputError("act-unknown", name=file)
    place = pack / f"{analysis.identity.id}@{analysis.edition or 'undated'}.{analysis.act.language.code}.yaml"
    write_file(place, register_text(register))
    if as_json:
        print_json(register)
    else:
        typer.echo(str(place))


def _register_name(typed: str | None) -> str:
    from saralau.packs import load, names

    if typed is None:
        return str(load("defaults")["register"])
    registers = [name for name in names() if "@" in name]
    if typed not in registers:
        raise InputError("register-absent", name=typed, known=", ".join(registers))
    return typed


def _analysed(file: Path, lang: str | None) -> Any:
    from saralau.report.analysis import STEPS, analyse

    return analyse(file, lang, _progress(len(STEPS)))


def _progress(steps: int) -> Callable[[str], None]:
    """Tells on a terminal, and only there, which step is being done."""
    if not sys.stderr.isatty():
        return lambda step: None
    done = 0

    def tell(step: str) -> None:
        nonlocal done
        done += 1
        typer.echo(f"[{done}/{steps}] {speak('step-' + step)}", err=True)

    return tell


def _basis(analysis: Any) -> dict[str, Any]:
    from saralau.report.register import basis_record

    return basis_record(analysis)


def _print_lines(lines: Iterable[str], analysis: Any) -> None:
    """Lines for reading on the output; on the other channel, what they rest on."""
    for line in lines:
        typer.echo(line)
    _tell_basis(_basis(analysis), analysis.act)


def _tell_basis(basis: Mapping[str, Any], act: Any) -> None:
    told = {key: str(value) for key, value in basis.items()}
    typer.echo(speak("basis-line", **{**told, "edition": told["edition"] or "unknown"}), err=True)
    if not act.language.verified:
        typer.echo(speak("language-unverified", name=act.language.name), err=True)


def _print_offences_csv(analysis: Any, records: Iterable[Mapping[str, Any]]) -> None:
    from saralau.report.tables import OFFENCE_COLUMNS, offence_row

    _print_csv(OFFENCE_COLUMNS, map(offence_row, records), _basis(analysis))


def _print_csv(columns: tuple[str, ...], rows: Iterable[Mapping[str, Any]], basis: Mapping[str, Any]) -> None:
    from saralau.report.tables import BASIS_COLUMNS

    writer = csv.DictWriter(sys.stdout, (*columns, *BASIS_COLUMNS), lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, **basis} for row in rows)
