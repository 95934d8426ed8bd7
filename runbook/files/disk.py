"""Files and folders on the disk: written so that a failure leaves what was there."""

from __future__ import annotations

import errno
import json
import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

MARKER = "runbook-build.json"  # lists the files of a folder that a build made, and so may replace
_DAY = 86_400.0  # seconds
LARGEST = 80_000_000  # bytes of a file that is read: more than any text the reader takes, less than the memory
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
_CODES = {
    errno.ENOENT: "missing",
    errno.EISDIR: "is-folder",
    errno.ENOTDIR: "not-folder",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "denied",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EEXIST: "exists",
    errno.ENAMETOOLONG: "bad-name",
    errno.EINVAL: "bad-name",
}


class UnusableError(Exception):
    """A file or folder that cannot be read or written. `code` names the sentence `file.<code>`, `facts` fill it."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    @classmethod
    def because(cls, error: OSError, path: Path) -> UnusableError:
        """The system's refusal, in our words."""
        reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
        return cls(_CODES.get(error.errno or 0, "failed"), path=str(path), reason=reason)


def read(path: Path) -> bytes:
    """The bytes of a file. Raises UnusableError ("too-large" above LARGEST bytes, as a device without an end is)."""
    try:
        if path.is_dir():  # asked first: to open a folder is "no permission" on Windows
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UnusableError.because(error, path) from None
    except ValueError:  # a NUL in the name
        raise UnusableError("bad-name", path=str(path)) from None
    if len(data) > LARGEST:
        raise UnusableError("too-large", path=str(path), most=str(LARGEST // 1_000_000))
    return data


def write(path: Path, data: bytes) -> None:
    """Write a whole file or leave what was there. Raises UnusableError; nothing half-written stays behind.

    A new file takes the place of the old one only when it is on the disk. A device or a pipe is written to directly.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
        else:
            _replace(Path(os.path.realpath(path)), data)
    except FileNotFoundError as error:
        if not path.parent.exists():
            raise UnusableError("no-folder", path=str(path.parent), file=path.name) from None
        raise UnusableError.because(error, path) from None
    except OSError as error:
        raise UnusableError.because(error, path) from None
    except ValueError:
        raise UnusableError("bad-name", path=str(path)) from None


def save(path: Path, data: bytes, head: bytes, source: Path | None) -> None:
    """Write a result over nothing or over an earlier one, which begins with `head`; never over its own source.

    Raises UnusableError ("is-source", "not-ours").
    """
    if source is not None and os.path.realpath(path) == os.path.realpath(source):
        raise UnusableError("is-source", path=str(path))
    if path.is_file() and read(path)[: len(head)] not in (head, b""):
        raise UnusableError("not-ours", path=str(path))
    write(path, data)


def put_in_place(temporary: Path, path: Path) -> None:
    """Give a whole new file, which stands beside it, its name, on the disk. Raises UnusableError."""
    try:
        os.replace(temporary, path)
        settle(path.parent)
    except OSError as error:
        raise UnusableError.because(error, path) from None


def create(path: Path, data: bytes) -> None:
    """Write a file that must not exist yet. Raises UnusableError ("exists" where it does)."""
    if os.path.lexists(path):
        raise UnusableError("exists", path=str(path))
    write(path, data)


def write_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write a folder of files as a whole: all of it, or what was there stays. Returns the number of files.

    An earlier build is replaced; a folder that holds anything else is refused, and so is the one we stand in.
    Between two renames there is none in place for a moment; cut off there, the next build puts the old one back.
    Raises UnusableError.
    """
    import shutil

    folder = Path(os.path.realpath(folder))
    _refuse_current(folder)
    _recover(folder)
    _refuse_foreign(folder)
    new = _beside(folder, "new")
    try:
        _make(folder.parent)
        new.mkdir()
        _sweep(folder, new)
        names = _fill(new, files)
        _swap(new, folder)
    except OSError as error:
        raise UnusableError.because(error, folder) from None
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return len(names)


def safe_names(ids: Iterable[str], *others: str) -> dict[str, str]:
    """A file name (without ending) for each id, good on every system: not CON or NUL, no two alike but for case.

    `others`: names that other files of the folder bear.
    """
    names: dict[str, str] = {}
    taken = {other.casefold() for other in others}
    for one in ids:
        name = f"{one}_" if one.split(".")[0].casefold() in _RESERVED else one
        number = 2
        while name.casefold() in taken:
            name, number = f"{one}_{number}", number + 1
        taken.add(name.casefold())
        names[one] = name
    return names


def _beside(path: Path, ending: str) -> Path:
    """A name of its own for what is to take the place of a file or folder, or was taken from it."""
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}.{ending}")


def _left(path: Path, endings: str) -> list[Path]:
    """What bears such a name: of a run that was cut off, or of one at work."""
    name = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{8}}\.({endings})")
    return sorted(one for one in path.parent.iterdir() if name.fullmatch(one.name))


def _sweep(path: Path, new: Path) -> None:
    """Take away what was begun there a day before `new`, or earlier, and cut off: nothing takes a day to write."""
    import shutil

    with suppress(OSError):
        for one in _left(path, "new"):
            if one.stat().st_mtime < new.stat().st_mtime - _DAY:
                shutil.rmtree(one) if one.is_dir() else one.unlink()


def _replace(path: Path, data: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    temporary = _beside(path, "new")
    try:
        _write_through(temporary, data, stat.S_IMODE(path.stat().st_mode) if path.exists() else None)
        _sweep(path, temporary)
        os.replace(temporary, path)
        settle(path.parent)
    finally:
        with suppress(OSError):
            temporary.unlink()


def _write_through(path: Path, data: bytes, mode: int | None = None) -> None:
    with open(path, "xb") as file:
        if mode is not None:
            os.chmod(path, mode)  # before the data: what only some may read is never open to all
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Put a folder's entries on the disk, where the system can (Windows cannot, and needs not)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _make(folder: Path) -> None:
    """Make a folder with those above it, their names on the disk."""
    if not folder.is_dir():
        _make(folder.parent)
        folder.mkdir(exist_ok=True)
        settle(folder.parent)


def _refuse_current(folder: Path) -> None:
    """A build takes the place of its folder: who stands in it, or below it, would stand nowhere."""
    here = Path.cwd().resolve()
    if folder in (here, *here.parents):
        raise UnusableError("current-folder", path=str(folder))


def _refuse_foreign(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UnusableError("not-folder", path=str(folder))
    try:
        foreign = _foreign(folder)
    except OSError as error:
        raise UnusableError.because(error, folder) from None
    if foreign:
        raise UnusableError("foreign", path=str(folder), file=foreign[0], count=str(len(foreign)))


def _foreign(folder: Path) -> list[str]:
    """The files of a folder that no build made, in order."""
    there = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if not one.is_dir()}
    return sorted(there - _made(folder) - {MARKER})


def _recover(folder: Path) -> None:
    """A build cut off between its two renames left the one before aside: put it back, or take it away."""
    with suppress(OSError):
        for one in sorted(_left(folder, "old|gone"), key=_foreign):
            if folder.exists() or one.suffix == ".gone":
                _discard(one)
            else:
                os.rename(one, folder)


def _discard(old: Path) -> None:
    """Take an old build away, unless somebody put a file into it; half taken away it is never put back."""
    import shutil

    gone = old.with_suffix(".gone")
    with suppress(OSError):
        if old != gone and not _foreign(old):
            os.rename(old, gone)
            settle(gone.parent)
        shutil.rmtree(gone, ignore_errors=True)


def _made(folder: Path) -> set[str]:
    """The files that the build in a folder says it made."""
    try:
        marker = json.loads((folder / MARKER).read_text("utf-8"))
        return {str(name) for name in marker["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _fill(folder: Path, files: Iterable[tuple[str, bytes]]) -> list[str]:
    names = []
    for name, data in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_through(path, data)
        names.append(name)
    _write_through(folder / MARKER, (json.dumps({"files": names}, indent=1) + "\n").encode())
    for one, _folders, _files in os.walk(folder):
        settle(Path(one))
    return names


def _swap(new: Path, folder: Path) -> None:
    """Put the new folder in the place of the old; where that fails the old one is put back."""
    old = _beside(folder, "old")
    if folder.exists():
        os.rename(folder, old)
    try:
        os.rename(new, folder)
    except BaseException:  # an interrupt too
        with suppress(OSError):
            os.rename(old, folder)
        raise
    settle(folder.parent)  # before anything of the old one is taken away
    _discard(old)
