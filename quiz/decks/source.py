"""The bytes of a deck, handed to the YAML parser as text, a piece at a time."""

from __future__ import annotations

import codecs
import io
import os
import re
import stat
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from quiz.cards.problem import Problem
from quiz.decks.complaints import Unreadable, problem

MOST_BYTES = 256 * 1024 * 1024
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# A fast sieve over bytes: what is left may begin a character that YAML 1.1 does not call printable.
_PLAIN = bytes(b for b in range(256) if (b >= 32 and b not in b"\x7f\xc2\xef") or b in b"\t\n\r")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Source:
    """A deck's text as a stream: UTF-8, a byte order mark left out, line ends as they stand.

    `file` is the name that problems give, `data` the bytes, readable and seekable.
    """

    def __init__(self, file: str, data: BinaryIO) -> None:
        self.file = file
        self._data = data
        self.rewind()

    @classmethod
    def of(cls, text: str, file: str = "") -> Source:
        """Make a Source of `text` (of which a byte order mark is not counted)."""
        return cls(file, io.BytesIO(text.encode("utf-8", "surrogatepass")))

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Source:
        """Open the deck at `path`. Raises Unreadable; the caller closes it."""
        file = os.fspath(path)
        try:
            # Opened without blocking: a pipe in the decks folder must not hang the program.
            handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
            facts = os.fstat(handle)
            if stat.S_ISREG(facts.st_mode) and facts.st_size <= MOST_BYTES:
                return cls(file, os.fdopen(handle, "rb"))
        except (OSError, ValueError) as error:
            raise _cannot_open(file, error) from None
        os.close(handle)
        code = "too-big" if stat.S_ISREG(facts.st_mode) else "not-a-file"
        raise Unreadable(problem(code, file, most=MOST_BYTES // 1024**2))

    def rewind(self) -> None:
        """Begin again."""
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._given = 0
        self._failed: Unreadable | None = None
        self.problems: list[Problem] = []
        """The first control character, once the parser has met it (see Printable)."""
        self._data.seek(0)
        first = self._data.read(3)
        self._start = 3 if first == codecs.BOM_UTF8 else 0
        self._data.seek(self._start)
        if first.startswith(_UTF16):
            self._failed = Unreadable(problem("not-utf8", self.file, 1, 1))

    @property
    def bytes_read(self) -> int:
        """How much of the file was given."""
        return self._start + self._given

    def close(self) -> None:
        """Close the file."""
        self._data.close()

    def read(self, size: int) -> str:
        """Return about `size` more characters, "" at the end. Raises Unreadable.

        What stands before a bad byte is given first, so that the cards there still work.
        """
        if self._failed:
            raise self._failed
        try:
            text = ""
            while not text and (piece := self._data.read(size)):
                text = self._decoded(piece)
            return text or self._decoded(b"", final=True)
        except OSError as error:
            raise _cannot_open(self.file, error) from None

    def _decoded(self, piece: bytes, final: bool = False) -> str:
        pending = len(self._decoder.getstate()[0])
        try:
            text = self._decoder.decode(piece, final)
        except UnicodeDecodeError as error:
            place = self.place(self._given + error.start)
            self._failed = Unreadable(problem("not-utf8", self.file, *place))
            if not error.start:
                raise self._failed from error
            return bytes(error.object)[: error.start].decode()
        self._given += pending + len(piece) - len(self._decoder.getstate()[0])
        return text

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of the byte at `offset` after a byte order mark."""
        here = self._data.tell()
        self._data.seek(self._start)
        before = self._data.read(offset)
        self._data.seek(here)
        start = before.rfind(b"\n") + 1
        return before.count(b"\n") + 1, len(before[start:].decode("utf-8", "replace")) + 1

    def line(self, number: int) -> str:
        """Return line `number` (from 1) as it stands, for a message; "" beyond the end."""
        return next(islice(self.lines(), number - 1, None), "")

    def lines(self) -> Iterator[str]:
        """Give all lines from the first as they stand, but for bytes that are no UTF-8."""
        self._data.seek(self._start)
        return (line.decode("utf-8", "replace") for line in self._data)


class Printable:
    """A Source as the parser may read it: each character that YAML refuses is U+FFFD instead."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._given = 0

    def read(self, size: int) -> str:
        """Return about `size` more characters, "" at the end. Raises Unreadable."""
        text = self._source.read(size)
        data = text.encode()
        if data.translate(None, _PLAIN) and (found := _UNPRINTABLE.search(text)):
            if not self._source.problems:
                before = self._given + len(text[: found.start()].encode())
                self._source.problems.append(self._problem(before, found[0]))
            text = _UNPRINTABLE.sub("\ufffd", text)
        self._given += len(data)
        return text

    def _problem(self, offset: int, character: str) -> Problem:
        line, column = self._source.place(offset)
        name = f"U+{ord(character):04X}"
        return problem("control-character", self._source.file, line, column, character=name)


def _cannot_open(file: str, error: Exception) -> Unreadable:
    reason = getattr(error, "strerror", None) or error
    return Unreadable(problem("cannot-open", file, reason=reason))
