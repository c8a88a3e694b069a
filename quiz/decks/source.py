"""The bytes of a deck, handed to the YAML parser as text, a piece at a time."""

from __future__ import annotations

import codecs
import io
import os
import re
import stat
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
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._given = 0
        self._failed: Unreadable | None = None
        self.problems: list[Problem] = []
        """Control characters (the first is named): they are given as U+FFFD."""

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
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise Unreadable(problem("cannot-open", file, reason=reason)) from None
        facts = os.fstat(handle)
        if stat.S_ISREG(facts.st_mode) and facts.st_size <= MOST_BYTES:
            return cls(file, os.fdopen(handle, "rb"))
        os.close(handle)
        code = "too-big" if stat.S_ISREG(facts.st_mode) else "not-a-file"
        raise Unreadable(problem(code, file, most=MOST_BYTES // 1024**2))

    def close(self) -> None:
        """Close the file."""
        self._data.close()

    def read(self, size: int) -> str:
        """Return about `size` more characters, "" at the end. Raises Unreadable.

        What stands before a bad byte is given first, so that the cards there still work.
        """
        if self._failed:
            raise self._failed
        text = ""
        while not text and (piece := self._data.read(size)):
            text = self._decoded(piece)
        return text or self._decoded(b"", final=True)

    def _decoded(self, piece: bytes, final: bool = False) -> str:
        if not self._given and piece.startswith(_UTF16):
            raise Unreadable(problem("not-utf8", self.file, 1, 1))
        pending = len(self._decoder.getstate()[0])
        try:
            text = self._decoder.decode(piece, final)
        except UnicodeDecodeError as error:
            text = self._before_bad(error)
        if piece.translate(None, _PLAIN):
            text = self._printable(text)
        self._given += pending + len(piece) - len(self._decoder.getstate()[0])
        return text

    def _before_bad(self, error: UnicodeDecodeError) -> str:
        place = self._place(self._given + error.start)
        self._failed = Unreadable(problem("not-utf8", self.file, *place))
        if not error.start:
            raise self._failed from error
        return bytes(error.object)[: error.start].decode("utf-8" if self._given else "utf-8-sig")

    def _printable(self, text: str) -> str:
        found = _UNPRINTABLE.search(text)
        if not found:
            return text
        if not self.problems:
            place = self._place(self._given + len(text[: found.start()].encode()))
            character = f"U+{ord(found[0]):04X}"
            self.problems = [problem("control-character", self.file, *place, character=character)]
        return _UNPRINTABLE.sub("\ufffd", text)

    def _place(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of the byte at `offset`."""
        here = self._data.tell()
        self._data.seek(0)
        before = self._data.read(offset)
        self._data.seek(here)
        start = before.rfind(b"\n") + 1
        return before.count(b"\n") + 1, len(before[start:].decode("utf-8", "replace")) + 1

    def line(self, number: int) -> str:
        """Return line `number` (from 1) as it stands, for a message; "" beyond the end."""
        self._data.seek(0)
        for count, line in enumerate(self._data, 1):
            if count == number:
                return line.decode("utf-8-sig" if count == 1 else "utf-8", "replace")
        return ""
