"""The new lines of one file of the log, checked, as rows for the index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from quiz.memory.log_files import LONGEST_LINE, raw_lines, seal
from quiz.memory.many_lines import read_many, some_lines


class Line(NamedTuple):
    """A line of the log; lines sort by time, and lines of one time by id."""

    at: int
    id: str
    start: int
    log: int
    fields: dict[str, Any]
    """As `read_fields` gives them: defaults are left out."""

    def row(self) -> tuple[object, ...]:
        """Return what the table `reviews` keeps, but for `undone`."""
        fields = self.fields
        rating = fields.get("rating", 0)
        return (
            self.id,
            fields["card"],
            self.at,
            fields["day"],
            fields.get("deed", "answer"),
            rating,
            fields.get("scheduled", True),
            fields.get("undoes", ""),
            rating == 1 or (rating > 1 and fields.get("verdict", "") not in ("right", "")),
            self.log,
            self.start,
        )


class LogFile:
    """A file of the log and how far it was taken in; `lines` once, then `done`."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db = db
        self._path = path
        query = "select key, read from logs where name = ?"
        found = db.execute(query, (path.name,)).fetchone()
        if found is None:
            db.execute(
                "insert into logs (name, read, seal, stamp) values (?, 0, 0, '')", (path.name,)
            )
            found = db.execute(query, (path.name,)).fetchone()
        self._key, self._read = found

    def lines(self) -> Iterator[Line]:
        """Give the whole lines that are new; those that make no sense are kept as bad."""
        key = self._key
        for some in some_lines(raw_lines(self._path, self._read)):
            if _is_unfinished(some[-1][1]):
                some.pop()
            taken = read_many([line for _end, line in some])
            for (end, _line), fields in zip(some, taken, strict=True):
                start, self._read = self._read, end
                if fields is None:
                    self._db.execute("insert or ignore into bad_lines values (?, ?)", (key, start))
                else:
                    yield Line(fields["at"], fields["id"], start, key, fields)

    def done(self, stamp: str) -> None:
        """Keep how far the file was read, and the stamp it had before."""
        self._db.execute(
            "update logs set read = ?, seal = ?, stamp = ? where key = ?",
            (self._read, seal(self._path, self._read), stamp, self._key),
        )


def _is_unfinished(line: bytes) -> bool:
    """Return whether a last line is still being written, or it never will be whole."""
    return not line.endswith(b"\n") and len(line) < LONGEST_LINE
