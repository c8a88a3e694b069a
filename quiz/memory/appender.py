"""Appends lines to a file so that none is lost or torn: lock, mend, write, fsync."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress

from quiz.memory.log_files import LONGEST_LINE

_BLOCK = 1 << 16


class Appender:
    """The end of one file, shared with other processes that append by the same rules.

    `whole(line)` tells whether an unfinished last line lacks nothing but its newline; if it lacks
    more, it is moved to the file `torn`. Methods raise OSError. Not for several threads at once.
    """

    def __init__(self, path: str, torn: str, whole: Callable[[bytes], bool]) -> None:
        self.path = path
        self._torn = torn
        self._whole = whole
        self._fd = -1

    def append(self, line: bytes) -> tuple[int, int]:
        """Add `line` (no newline in it); return the offsets where it begins and ends.

        When this returns, the line is on the disk. When it raises, the file is as it was.
        """
        fd = self._locked()
        try:
            start = self._mend(fd)
            try:
                _write(fd, line + b"\n")
                os.fsync(fd)
            except OSError:
                os.ftruncate(fd, start)
                raise
            return start, start + len(line) + 1
        finally:
            _unlock(fd)

    def mend(self) -> None:
        """Finish, or set aside, a last line that a crash left unfinished."""
        if os.path.exists(self.path):
            fd = self._locked()
            try:
                self._mend(fd)
            finally:
                _unlock(fd)

    def close(self) -> None:
        """Let go of the file; the next append opens it again."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _locked(self) -> int:
        """Return the open file, locked; opened again if it was deleted or replaced meanwhile."""
        while True:
            if self._fd < 0:
                self._fd = _open(self.path)
            _lock(self._fd)
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(self._fd), os.stat(self.path)):
                    return self._fd
            self.close()

    def _mend(self, fd: int) -> int:
        """Make the file end with a whole line; return its size then."""
        size = os.fstat(fd).st_size
        if size == 0 or os.pread(fd, 1, size - 1) == b"\n":
            return size
        start = _start_of_last_line(fd, size)
        if size - start < LONGEST_LINE and self._whole(os.pread(fd, size - start, start)):
            _write(fd, b"\n")
            return size + 1
        self._set_aside(fd, start, size)
        os.ftruncate(fd, start)
        return start

    def _set_aside(self, fd: int, start: int, size: int) -> None:
        """Copy the bytes from `start` to `size` to the end of the file of torn lines."""
        with open(self._torn, "ab") as torn:
            for at in range(start, size, _BLOCK):
                torn.write(os.pread(fd, min(_BLOCK, size - at), at))
            torn.write(b"\n")
            torn.flush()
            os.fsync(torn.fileno())


def _write(fd: int, data: bytes) -> None:
    """Write all of `data`: in one go, unless the disk fills; then the second try says so."""
    while data:
        data = data[os.write(fd, data) :]


def _start_of_last_line(fd: int, size: int) -> int:
    end = size
    while end > 0:
        begin = max(end - _BLOCK, 0)
        newline = os.pread(fd, end - begin, begin).rfind(b"\n")
        if newline >= 0:
            return begin + newline + 1
        end = begin
    return 0


def _open(path: str) -> int:
    """Open the file to read and append; made, with its folders, where it is missing."""
    folder = os.path.dirname(os.path.abspath(path))
    _make_folder(folder)
    fd = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o666)
    _sync_folder(folder)
    return fd


def _make_folder(folder: str) -> None:
    if not os.path.isdir(folder):
        _make_folder(os.path.dirname(folder))
        with suppress(FileExistsError):
            os.mkdir(folder)
        _sync_folder(os.path.dirname(folder))


def _sync_folder(folder: str) -> None:
    """Put the names in a folder on the disk, where the file system knows how to."""
    fd = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(fd)
    finally:
        os.close(fd)


def _lock(fd: int) -> None:
    import fcntl  # missing on Windows: `quiz.memory.log` says so

    fcntl.flock(fd, fcntl.LOCK_EX)


def _unlock(fd: int) -> None:
    import fcntl

    fcntl.flock(fd, fcntl.LOCK_UN)
