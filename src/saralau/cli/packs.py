"""What the commands about packs do: start one from a register, check a folder of them."""

from __future__ import annotations

import os
from pathlib import Path

import typer

from saralau.cli.output import print_json, write_file
from saralau.cli.speech import speak, ui_language
from saralau.messages import InputError


def start_pack(register: str, articles: list[str], output: Path | None) -> None:
    """Prints or writes a pack of elements to be filled in."""
    from saralau.cases.starting import skeleton

    text = skeleton(register, articles)
    if output is None:
        typer.echo(text, nl=False)
        return
    if output.exists():
        raise InputError("pack-exists", name=output)
    write_file(output, text)
    typer.echo(speak("pack-started", path=output))


def check_packs(folder: Path, as_json: bool) -> None:
    """Checks every pack of a folder, then holds each encoding against its registers; exits with 1 if anything is wrong."""
    from saralau.cases.agreement import disagreements
    from saralau.packs import load

    if not folder.is_dir():
        raise InputError("pack-folder-absent", name=folder)
    os.environ["SARALAU_PACKS"] = str(folder)
    files = (path for path in folder.rglob("*") if path.suffix in _SUFFIXES)
    own = sorted(path.relative_to(folder).with_suffix("").as_posix() for path in files)
    if not own:
        raise InputError("pack-folder-empty", name=folder)
    wrong: list[dict[str, str]] = []
    for name in own:
        try:
            load(name)
        except InputError as mistake:
            wrong.append({"pack": name, "mistake": mistake.told(ui_language())})
    encoded = {name.partition("/")[0] for name in own if ".elements" in name}
    for jurisdiction in sorted(encoded if not wrong else ()):
        try:
            wrong += [
                {
                    "pack": f"{jurisdiction} {one.edition}",
                    "mistake": speak(f"pack-differs-{one.kind}", at=one.address, what=one.what),
                }
                for one in disagreements(jurisdiction)
            ]
        except InputError as mistake:
            wrong.append({"pack": jurisdiction, "mistake": mistake.told(ui_language())})
    if as_json:
        print_json({"schema": "saralau/pack-check/1", "folder": str(folder), "packs": own, "mistakes": wrong})
    else:
        for row in wrong:
            typer.echo(f"{row['pack']}: {row['mistake']}")
        typer.echo(speak("packs-wrong", wrong=len(wrong)) if wrong else speak("packs-right", all=len(own)))
    if wrong:
        raise typer.Exit(1)


_SUFFIXES = (".yaml", ".yml", ".json")
