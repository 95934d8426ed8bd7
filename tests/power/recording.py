"""What a program did to one folder, as changes of names, changes of bytes, syncs and acknowledged lines."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Concatenate, ParamSpec

from tests.power.calls import Call, watch
from tests.power.disk import Acknowledged, Disk, Operation, Rename, Sync, Truncate, Write, read

P = ParamSpec("P")
_STDOUT = 1


@dataclass(frozen=True, slots=True)
class Recording:
    """A folder as it was, all of it on the disk, and what was then done to it."""

    before: Disk
    operations: tuple[Operation, ...]


class UnfollowedError(Exception):
    """A system call whose effect on the disk cannot be told."""


def record(work: Callable[Concatenate[Path, P], None], root: Path, *arguments: P.args, **none: P.kwargs) -> Recording:
    """Run `work(root, *arguments)` in a process of its own and record what it does below `root`.

    What it writes to its standard output are its acknowledgements. Raises UnfollowedError.
    """
    root = root.resolve()
    before = read(root)
    follower = _Follower(str(root), before.after(()).folders, max([*before.folders, *before.files]) + 1)
    for call in watch(work, root, *arguments, **none):
        follower.follow(call)
    to_come: dict[int, dict[str, int]] = {node: {} for node in follower.folders}  # without a name nobody sees them
    return Recording(Disk(to_come | before.folders, before.files), tuple(follower.operations))


@dataclass(slots=True)
class _Follower:
    """The names below a folder as they change from call to call."""

    root: str
    folders: dict[int, dict[str, int]]
    unused: int  # the number of the next new node
    operations: list[Operation] = field(default_factory=list)
    gone: dict[str, int] = field(default_factory=dict)  # what names that no longer are last meant
    places: dict[tuple[int, int], int] = field(default_factory=dict)  # where (handle, file) writes next

    def follow(self, call: Call) -> None:
        match call.name:
            case "open" | "creat":
                self._open(call, self._path(call, 0, None), call.arguments[1])
            case "openat":
                self._open(call, self._path(call, 1, 0), call.arguments[2])
            case "write" | "writev":
                self._write(call)
            case "pwrite64" | "pwritev":
                self._write_at(call, call.number(-1))
            case "lseek":
                self._seek(call)
            case "truncate" | "ftruncate":
                self._truncate(call)
            case "fsync" | "fdatasync":
                if (node := self._held(call)) is not None:
                    self.operations.append(Sync(node))
            case "mkdir":
                self._add(self._path(call, 0, None), folder=True)
            case "mkdirat":
                self._add(self._path(call, 1, 0), folder=True)
            case "unlink" | "rmdir":
                self._remove(self._path(call, 0, None))
            case "unlinkat":
                self._remove(self._path(call, 1, 0))
            case "rename":
                self._move(self._path(call, 0, None), self._path(call, 1, None))
            case "renameat" | "renameat2" if call.arguments[4:] in ((), ("0",), ("RENAME_NOREPLACE",)):
                self._move(self._path(call, 1, 0), self._path(call, 3, 2))
            case "link":
                self._link(self._path(call, 0, None), self._path(call, 1, None))
            case "linkat":
                self._link(self._path(call, 1, 0), self._path(call, 3, 2))
            case "chdir" | "fchdir":
                raise UnfollowedError(call)
            case "mmap":
                self._map(call)
            case _:
                self._refuse(call)

    def _path(self, call: Call, place: int, folder: int | None) -> str:
        """A path among the arguments, as an absolute one; the program stands in the root."""
        base = call.handle(folder)[1] if folder is not None else ""
        return os.path.normpath(os.path.join(self.root, base, call.text(place)))

    def _entry(self, path: str) -> tuple[int, str] | None:
        """The folder and the name of a path below the root."""
        if not path.startswith(self.root + "/"):
            return None
        *above, name = path[len(self.root) + 1 :].split("/")
        folder = 0
        for one in above:
            folder = self.folders[folder][one]
        return folder, name

    def _node(self, path: str) -> int | None:
        if path == self.root:
            return 0
        entry = self._entry(path)
        return self.folders[entry[0]].get(entry[1]) if entry else None

    def _held(self, call: Call) -> int | None:
        """The node of the open file that is the first argument, where it is below the root."""
        _number, path, deleted = call.handle(0)
        return self.gone.get(path) if deleted else self._node(path)

    def _rename(self, *names: tuple[int, str, int | None]) -> None:
        for folder, name, node in names:
            if node is None:
                del self.folders[folder][name]
            else:
                self.folders[folder][name] = node
        self.operations.append(Rename(names))

    def _open(self, call: Call, path: str, flags: str) -> None:
        words = set(flags.split("|"))
        if self._entry(path) is None or words & {"O_DIRECTORY", "O_PATH"}:
            return
        node = self._node(path)
        if node is None:
            node = self._add(path)
        elif "O_TRUNC" in words or call.name == "creat":
            self.operations.append(Truncate(node, 0))
        if "O_WRONLY" in words and "O_APPEND" not in words:  # else it is not seen where it writes
            self.places[call.result, node] = 0
        else:
            self.places.pop((call.result, node), None)

    def _add(self, path: str, folder: bool = False) -> int:
        entry, node = self._entry(path), self.unused
        if entry is None:
            return -1
        self.unused += 1
        if folder:
            self.folders[node] = {}
        self._rename((*entry, node))
        return node

    def _remove(self, path: str) -> None:
        if (entry := self._entry(path)) is not None:
            self.gone[path] = self.folders[entry[0]][entry[1]]
            self._rename((*entry, None))

    def _move(self, old: str, new: str) -> None:
        source, target = self._entry(old), self._entry(new)
        if source is None and target is None:
            return
        if source is None or target is None or source[0] != target[0]:
            raise UnfollowedError(f"{old} -> {new}")
        node = self.folders[source[0]][source[1]]
        if (replaced := self._node(new)) is not None:
            self.gone[new] = replaced
        self._rename((*source, None), (*target, node))

    def _link(self, old: str, new: str) -> None:
        node, entry = self._node(old), self._entry(new)
        if (node is None) != (entry is None):
            raise UnfollowedError(f"{old} -> {new}")
        if node is not None and entry is not None:
            self._rename((*entry, node))

    def _write(self, call: Call) -> None:
        number = call.handle(0)[0]
        if number == _STDOUT:
            self.operations += [Acknowledged(line) for line in call.data().decode().splitlines()]
        elif (node := self._held(call)) is not None:
            if (number, node) not in self.places:
                raise UnfollowedError(call)
            self._write_at(call, self.places[number, node])
            self.places[number, node] += call.result

    def _write_at(self, call: Call, offset: int) -> None:
        if (node := self._held(call)) is not None:
            self.operations.append(Write(node, offset, call.data()))

    def _seek(self, call: Call) -> None:
        node = self._held(call)
        if node is not None and (call.handle(0)[0], node) in self.places:
            self.places[call.handle(0)[0], node] = call.result

    def _truncate(self, call: Call) -> None:
        node = self._node(self._path(call, 0, None)) if call.name == "truncate" else self._held(call)
        if node is not None:
            self.operations.append(Truncate(node, call.number(1)))

    def _map(self, call: Call) -> None:
        """Writing through memory cannot be followed; the index of a write-ahead log is rebuilt after a power cut."""
        shared = "MAP_SHARED" in call.arguments[3] and "PROT_WRITE" in call.arguments[2]
        path = call.handle(4)[1]
        if shared and self._entry(path) and not path.endswith("-shm"):
            raise UnfollowedError(call)

    def _refuse(self, call: Call) -> None:
        """Any other call is one that cannot be followed, if it touches the folder."""
        shown = "".join(f"\\x{byte:02x}" for byte in os.fsencode(self.root))
        if any(shown in one or (one.startswith('"') and not one.startswith('"\\x2f')) for one in call.arguments):
            raise UnfollowedError(call)
