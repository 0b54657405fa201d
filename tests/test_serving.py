"""Container, compose and unit files say the same as each other and as the program; `.ci/wheel` runs their steps."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from typer.testing import CliRunner

from saralau.cli.main import app

from .conftest import ROOT

CONTAINERFILE = (ROOT / "Containerfile").read_text("utf-8")
COMPOSE = YAML(typ="safe").load(ROOT / "compose.yaml")
UNIT = (ROOT / "deploy/saralau.service").read_text("utf-8")


@pytest.fixture
def start(tmp_path: Path) -> Path:
    """`start.sh` beside a program that prints what it was given."""
    told = tmp_path / "saralau"
    told.write_text('#!/bin/sh\necho "$*" "${SARALAU_SECRET:-none}" "${PGPASSWORD:-none}" "${SARALAU_SECRET_FILE:-gone}"\n')
    told.chmod(0o755)
    copy = tmp_path / "saralau-start"
    copy.write_bytes((ROOT / "deploy/start.sh").read_bytes())
    copy.chmod(0o755)
    return copy


def started(start: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"]} | variables
    return subprocess.run([start, "serve", "--port", "1"], env=environment, capture_output=True, text=True, check=False)


def test_secrets_come_from_files(start: Path) -> None:
    secret = start.parent / "secret"
    secret.write_text("of a file; $HOME `id`\n")
    assert started(start).stdout == "serve --port 1 none none gone\n"
    assert started(start, SARALAU_SECRET_FILE=str(secret)).stdout == "serve --port 1 of a file; $HOME `id` none gone\n"
    assert started(start, SARALAU_SECRET_FILE=str(secret), SARALAU_SECRET="own").stdout == "serve --port 1 own none gone\n"
    assert started(start, PGPASSWORD_FILE=str(secret)).stdout == "serve --port 1 none of a file; $HOME `id` gone\n"


def test_a_secret_that_cannot_be_had_stops_the_start(start: Path) -> None:
    empty = start.parent / "empty"
    empty.touch()
    absent = started(start, SARALAU_SECRET_FILE=str(start.parent / "absent"))
    assert (absent.returncode, absent.stdout) == (2, "")
    assert re.fullmatch(r"SARALAU_SECRET_FILE: .*/absent cannot be read\n", absent.stderr)
    nothing = started(start, PGPASSWORD_FILE=str(empty))
    assert (nothing.returncode, nothing.stdout) == (2, "")
    assert nothing.stderr.endswith("/empty is empty\n")


def test_the_container_runs_without_rights_and_secrets() -> None:
    assert re.search(r"(?m)^USER (?!0|root)\d+:\d+$", CONTAINERFILE)
    assert not re.search(r"(?mi)^(ENV|ARG).*(secret|password|key)", CONTAINERFILE)
    assert CONTAINERFILE.count("FROM python:3.11-slim") == 2
    web = COMPOSE["services"]["web"]
    assert web["read_only"] and web["cap_drop"] == ["ALL"]
    assert not [name for name in web["environment"] if re.search("SECRET|PASSWORD", name) and not name.endswith("_FILE")]
    assert all(port.startswith("127.0.0.1:") for port in web["ports"])


def test_secrets_of_compose_are_those_that_start_reads() -> None:
    read = set(re.search(r"for name in (.*); do", (ROOT / "deploy/start.sh").read_text("utf-8"))[1].split())
    for name, place in COMPOSE["services"]["web"]["environment"].items():
        if name.endswith("_FILE"):
            assert name.removesuffix("_FILE") in read
            assert place.removeprefix("/run/secrets/") in COMPOSE["services"]["web"]["secrets"]
    assert "SARALAU_SECRET" in read


def test_the_database_is_waited_for_and_seen_by_nobody_else() -> None:
    database, web = COMPOSE["services"]["database"], COMPOSE["services"]["web"]
    assert web["depends_on"]["database"]["condition"] == "service_healthy"
    assert database["healthcheck"]["test"][1].startswith("pg_isready")
    assert database["networks"] == ["inside"] and COMPOSE["networks"]["inside"]["internal"]
    assert "ports" not in database


def served() -> dict[str, list[str]]:
    """What follows `serve` in each of the three."""
    of_container = re.search(r'(?m)^CMD \["serve", (.*)\]$', CONTAINERFILE)
    of_unit = re.search(r"(?m)^ExecStart=\S+ serve (.*)$", UNIT)
    assert of_container and of_unit
    words = {"container": re.findall(r'"([^"]+)"', of_container[1]), "unit": of_unit[1].split()}
    return words | {"compose": [str(word) for word in COMPOSE["services"]["web"]["command"][1:]]}


def test_each_is_started_as_the_program_takes_it_and_knows_who_asks() -> None:
    taken = set(re.findall(r"--[a-z-]+", CliRunner().invoke(app, ["serve", "--help"]).stdout))
    for name, words in served().items():
        assert "--accounts" in words, name
        assert {word for word in words if word.startswith("--")} <= taken, name


def test_the_unit_starts_what_the_installation_makes() -> None:
    assert "/opt/saralau/bin/saralau-start serve" in UNIT
    assert "/tree/deploy/install.sh /opt/saralau\n" in CONTAINERFILE
    assert '"$target/bin/saralau-start"' in (ROOT / "deploy/install.sh").read_text("utf-8")
    assert "DynamicUser=yes" in UNIT and "ProtectSystem=strict" in UNIT
