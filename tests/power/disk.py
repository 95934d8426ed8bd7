"""A disk that promises only what was synced.

File data reaches the disk by an fsync of the file, names by an fsync of their folder. Whatever is not yet promised
may have reached the disk or not, each change for itself. Folders and files are numbered nodes; node 0 is the root.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

SECTOR = 512  # bytes that reach a disk whole or not at all


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes put into a file; none at all still make it at least `offset` long."""

    file: int
    offset: int
    data: bytes

    def sectors(self) -> list[Write]:
        """The same write in pieces that reach the disk each for itself; the new length is one of them."""
        end = self.offset + len(self.data)
        starts = [self.offset, *range(self.offset - self.offset % SECTOR + SECTOR, end, SECTOR)]
        pieces = zip(starts, [*starts[1:], end], strict=True)
        cut = [Write(self.file, start, self.data[start - self.offset : stop - self.offset]) for start, stop in pieces]
        return [Write(self.file, end, b""), *cut]


@dataclass(frozen=True, slots=True)
class Truncate:
    """A file cut or stretched to a size in bytes."""

    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Rename:
    """Names that change together: (folder, name, the node it now means or None). Any change of names is one."""

    names: tuple[tuple[int, str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Sync:
    """An fsync of a file or a folder."""

    node: int


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A line the program wrote to its standard output."""

    line: str


Change: TypeAlias = Write | Truncate | Rename
Operation: TypeAlias = Change | Sync | Acknowledged
Tree: TypeAlias = dict[str, bytes | None]  # every path below the root, with its bytes; None for a folder


@dataclass(frozen=True, slots=True)
class Disk:
    """What stands on a disk: the names in each folder, the bytes of each file."""

    folders: dict[int, dict[str, int]]
    files: dict[int, bytes]

    def after(self, changes: Iterable[Change]) -> Disk:
        """The disk with these changes made, in this order."""
        folders = {node: dict(names) for node, names in self.folders.items()}
        open_files: dict[int, bytearray] = {}
        for change in changes:
            if isinstance(change, Rename):
                _rename(folders, change)
                continue
            data = open_files.setdefault(change.file, bytearray(self.files.get(change.file, b"")))
            if isinstance(change, Truncate):
                _stretch(data, change.size)
                del data[change.size :]
            else:
                _stretch(data, change.offset)
                data[change.offset : change.offset + len(change.data)] = change.data
        return Disk(folders, self.files | {node: bytes(data) for node, data in open_files.items()})

    def tree(self) -> Tree:
        """What a reader finds below the root."""
        found: Tree = {}
        waiting = [("", 0)]
        while waiting:
            path, folder = waiting.pop()
            for name, node in self.folders.get(folder, {}).items():
                found[path + name] = None if node in self.folders else self.files.get(node, b"")
                if node in self.folders:
                    waiting.append((f"{path}{name}/", node))
        return found


def read(root: Path) -> Disk:
    """The disk as a folder holds it now."""
    folders: dict[int, dict[str, int]] = {0: {}}
    files: dict[int, bytes] = {}
    nodes = {root: 0}
    for path in sorted(root.rglob("*")):
        node = nodes[path] = len(nodes)
        folders[nodes[path.parent]][path.name] = node
        if path.is_dir():
            folders[node] = {}
        else:
            files[node] = path.read_bytes()
    return Disk(folders, files)


def alike(path: Path) -> int:
    """A number for what stands in a file and in those that SQLite reads with it: a journal, a log."""
    family = [path, *path.parent.glob(f"{path.name}-*")]
    return hash(frozenset((one.name.removeprefix(path.name), one.read_bytes()) for one in family if one.exists()))


def lay_out(tree: Tree, folder: Path) -> None:
    """Write a tree into a folder that does not exist yet."""
    folder.mkdir()
    for name, data in sorted(tree.items()):
        if data is None:
            (folder / name).mkdir()
        else:
            (folder / name).write_bytes(data)


def _stretch(data: bytearray, size: int) -> None:
    data.extend(bytes(max(0, size - len(data))))


def _rename(folders: dict[int, dict[str, int]], change: Rename) -> None:
    for folder, name, node in change.names:
        if node is None:
            folders[folder].pop(name, None)
        else:
            folders[folder][name] = node
