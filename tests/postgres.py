"""A PostgreSQL server of the tests' own, thrown away when they end."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest


def fresh_database() -> str:
    """The address of a database without a store; skips where there is no server to start."""
    import psycopg

    address = _server()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("SET client_min_messages = warning")
        connection.execute("DROP SCHEMA IF EXISTS runbook CASCADE")
    return address


@cache
def _server() -> str:
    """Start it, sorting texts the Vietnamese way as such a server would; nothing of it needs to last."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    home = Path(tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
    if os.geteuid() == 0:
        os.chown(home, 65534, 65534)
    data = home / "data"
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    collation = ("--locale-provider=icu", "--icu-locale=vi")
    _run(programs / "initdb", "-D", data, "-U", "runbook", "-A", "trust", "-E", "UTF8", "--no-sync", *collation)
    options = f"-F -k {home} -c listen_addresses='' -c default_transaction_isolation='repeatable read'"
    _run(programs / "pg_ctl", "-D", data, "-w", "-l", home / "log", "-o", options, "start")
    atexit.register(_run, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    return f"postgresql://runbook@/postgres?host={home}"


def _programs() -> Path | None:
    """The folder of the newest server; Debian keeps it off the search path."""
    found = [Path(one).parent for one in [shutil.which("pg_ctl")] if one]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: float(one.parent.name), reverse=True)
    return next((one for one in found if (one / "initdb").exists() and (one / "pg_ctl").exists()), None)


def _run(*command: object) -> None:
    """As a user who is not the superuser, whom the server refuses."""
    nobody = 65534 if os.geteuid() == 0 else None
    words = [str(word) for word in command]
    done = subprocess.run(words, user=nobody, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
