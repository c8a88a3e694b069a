"""The review log: one file of lines a device, append-only, the only state that matters."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from quiz.errors import StoreError
from quiz.i18n import N_, _
from quiz.memory import log_files
from quiz.memory.appender import Appender
from quiz.memory.line import LineError, decode, encode
from quiz.memory.review import Review
from quiz.text import Text, both

T = TypeVar("T")


class BadLine(NamedTuple):
    """A line that makes no sense: skipped and reported, never deleted."""

    file: str
    offset: int
    """Bytes before it."""
    reason: Text


class LogChanged(Exception):
    """A file of the log is shorter than what was read of it: read everything anew."""


class Log:
    """The log in `folder`; `device` names the one file in it that this machine writes.

    Files are known by their names, "<device>.jsonl"; places in them are byte offsets.
    """

    def __init__(self, folder: Path, device: str) -> None:
        self.folder = folder
        self.file = device + log_files.SUFFIX
        """The name of the file that `append` writes."""
        torn = str(folder / f"{device}.torn")
        self._appender = Appender(str(folder / self.file), torn, _is_whole)

    def append(self, review: Review) -> tuple[int, int]:
        """Add `review` to this device's file; return the offsets where its line begins and ends.

        When this returns, the answer is on the disk. StoreError: the log is as it was.
        """
        line = encode(review)
        try:
            return self._appender.append(line)
        except (OSError, ImportError) as error:
            raise _unsaved(self._appender.path, error) from error

    def mend(self) -> None:
        """Finish or set aside a last line that a crash left torn, as `append` does; StoreError."""
        try:
            self._appender.mend()
        except (OSError, ImportError) as error:
            raise _unsaved(self._appender.path, error) from error

    def read(
        self, offsets: Mapping[str, int] | None = None
    ) -> Iterator[tuple[str, int, Review | BadLine]]:
        """Yield (file, offset after it, review or bad line) from each file's offset on.

        Files that `offsets` does not name are read from their beginning. A last line that is
        still being written waits for the next time. LogChanged if a file is too short or gone.
        """
        return self.read_as(decode, offsets)

    def read_as(
        self, take: Callable[[bytes], T], offsets: Mapping[str, int] | None = None
    ) -> Iterator[tuple[str, int, T | BadLine]]:
        """As `read`, with what `take` makes of each line's bytes; it raises LineError."""
        known = offsets or {}
        sizes = {name: stamp[0] for name, stamp in self.stamps().items()}
        if any(sizes.get(name, -1) < offset for name, offset in known.items()):
            raise LogChanged
        for name in sizes:
            yield from self._read_file(name, known.get(name, 0), take)

    def stamps(self) -> dict[str, tuple[int, int, int]]:
        """Return the files' stamps (`log_files.stamps`): equal ones mean nothing was written."""
        return log_files.stamps(self.folder)

    def seal(self, file: str, offset: int) -> int:
        """Return a checksum of what stands in `file` before `offset` (`log_files.seal`)."""
        return log_files.seal(self.folder / file, offset)

    def line_number(self, file: str, offset: int) -> int:
        """Return the number, from 1, of the line that begins at `offset`; OSError."""
        return 1 + sum(end <= offset for end, line in log_files.raw_lines(self.folder / file, 0))

    def close(self) -> None:
        """Let go of the file."""
        self._appender.close()

    def _read_file(
        self, name: str, offset: int, take: Callable[[bytes], T]
    ) -> Iterator[tuple[str, int, T | BadLine]]:
        try:
            for end, line in log_files.raw_lines(self.folder / name, offset):
                try:
                    yield name, end, take(line)
                except LineError as error:
                    if not _passes(line):
                        yield name, end, BadLine(name, offset, error.reason)
                offset = end
        except OSError as error:
            reason = both(N_("the file cannot be read: {reason}"), reason=error.strerror)
            yield name, offset, BadLine(name, offset, reason)


def _passes(line: bytes) -> bool:
    """Return whether a senseless line is none to report: empty, or still being written."""
    return line.isspace() or not (line.endswith(b"\n") or len(line) >= log_files.LONGEST_LINE)


def _is_whole(line: bytes) -> bool:
    try:
        return bool(decode(line))
    except LineError:
        return False


def _unsaved(path: str, error: OSError | ImportError) -> StoreError:
    """Return what to tell the learner when an answer could not be saved."""
    if isinstance(error, ImportError):
        return StoreError(
            _("This system cannot lock files, so answers cannot be kept safely."),
            _("Run quiz on Linux, macOS or in WSL."),
        )
    message = _("Cannot write {file}: {reason}", file=path, reason=error.strerror)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return StoreError(message, _("Free some space on the disk, then answer again."))
    return StoreError(
        message, _("Make the folder writable, or set QUIZ_HOME to another one, then answer again.")
    )
