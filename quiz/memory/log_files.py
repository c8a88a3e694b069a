"""The files of the review log as bytes: which there are, what is new in them, what has changed."""

from __future__ import annotations

import os
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself costs `quiz due` milliseconds
    from collections.abc import Iterator

SUFFIX = ".jsonl"
LONGEST_LINE = 1 << 20
"""Bytes, its newline included; a reader holds no more at a time."""
_SEALED = 4096


def stamps(folder: str | os.PathLike[str]) -> dict[str, tuple[int, int, int]]:
    """Return (size in bytes, mtime in ns, inode) of each file of the log by its name, sorted.

    Equal stamps: nothing was written since. A folder that is missing or closed holds no files.
    """
    try:
        with os.scandir(folder) as entries:
            found = {
                entry.name: (stat.st_size, stat.st_mtime_ns, stat.st_ino)
                for entry in entries
                if entry.name.endswith(SUFFIX) and entry.is_file() and (stat := entry.stat())
            }
    except OSError:
        return {}
    return dict(sorted(found.items()))


def seal(path: str | os.PathLike[str], offset: int) -> int:
    """Return a checksum of what stands before `offset` (bytes): the file's first and last 4 KiB.

    A reader that kept it knows later whether the file still begins with what was read.
    -1 where the file is shorter or cannot be read.
    """
    try:
        with open(path, "rb", buffering=0) as file:
            head = _exactly(file.fileno(), 0, min(offset, _SEALED))
            tail = _exactly(file.fileno(), max(offset - _SEALED, 0), min(offset, _SEALED))
    except OSError:
        return -1
    return -1 if head is None or tail is None else crc32(tail, crc32(head, offset & 0xFFFFFFFF))


def raw_lines(path: str | os.PathLike[str], offset: int) -> Iterator[tuple[int, bytes]]:
    """Yield (offset after it, the line) from `offset` (bytes) on; raise OSError.

    The last line comes without a newline, if it has none (yet). Of a line longer than
    LONGEST_LINE only so many bytes come, and not before it ends.
    """
    with open(path, "rb") as file:
        file.seek(offset)
        while line := file.readline(LONGEST_LINE):
            part = line
            while len(part) == LONGEST_LINE and not part.endswith(b"\n"):
                offset += len(part)
                if not (part := file.readline(LONGEST_LINE)):
                    return
            offset += len(part)
            if part is line or part.endswith(b"\n"):
                yield offset, line


def _exactly(fd: int, start: int, size: int) -> bytes | None:
    data = os.pread(fd, size, start)
    return data if len(data) == size else None
