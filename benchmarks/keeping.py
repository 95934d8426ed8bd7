"""Ways to keep releases: our store, and the plain files that programs of this size keep."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.told import STAMP

CEREMONY = "le-thu"
Records = list[dict[str, Any]]


class Way(NamedTuple):
    """How releases are kept at a path: one more issued, the newest record of every entry, the keys of all releases.

    `commit` raises ValueError where what is there cannot be read.
    """

    commit: Callable[[str, str, Records], None]
    told: Callable[[str], Records]
    keys: Callable[[str], list[str]]


def _commit_to_store(path: str, key: str, records: Records) -> None:
    """As the command does it: the number is given within the transaction."""
    from runbook.store import Event, open_store

    with open_store(path, create=True) as store, store.writing():
        before = store.release(CEREMONY)
        number = before.event.body["number"] + 1 if before else 1
        body = {"number": number, "message": key, "revisions": records}
        store.append(Event(CEREMONY, STAMP * 60, "benchmark", key, "released", body))


def _told_by_store(path: str) -> Records:
    from runbook.store import open_store

    with open_store(path) as store:
        return store.told(CEREMONY)


def _keys_in_store(path: str) -> list[str]:
    from runbook.store import open_store

    with open_store(path) as store:
        return [row.event.key for row in store.journal()]


def _replace(path: str, data: bytes) -> None:
    """A new file, on the disk, takes the place of the old one."""
    temporary = f"{path}.{os.getpid()}"
    with open(temporary, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)
    if os.name == "posix":
        folder = os.open(os.path.dirname(path), os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)


def _overwrite(path: str, data: bytes) -> None:
    with open(path, "wb") as file:
        file.write(data)


def _state(path: str) -> dict[str, Any]:
    with suppress(FileNotFoundError):
        found: dict[str, Any] = json.loads(Path(path).read_bytes())
        return found
    return {"releases": [], "entries": {}}


def _file(write: Callable[[str, bytes], None]) -> Way:
    """One JSON file, read, changed in memory and written again."""

    def commit(path: str, key: str, records: Records) -> None:
        state = _state(path)
        state["releases"].append(key)
        state["entries"] |= {one["uid"]: one for one in records}
        write(path, json.dumps(state, ensure_ascii=False).encode())

    def told(path: str) -> Records:
        return list(_state(path)["entries"].values())

    def keys(path: str) -> list[str]:
        return [str(key) for key in _state(path)["releases"]]

    return Way(commit, told, keys)


STORE = "runbook"
WAYS = {
    STORE: Way(_commit_to_store, _told_by_store, _keys_in_store),
    "JSON replaced": _file(_replace),
    "JSON overwritten": _file(_overwrite),
}
