"""From what a terminal, a notebook or a log shows to the errors in it, the last one first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quiz.text import clean

LONGEST = 400_000
"""Characters that are looked at, from the end: there the error stands that counts."""
_WINDOW = 60
"""Lines from the start of a message on that its pattern may look at."""
_WIDEST = 4_000
"""Characters of a line, and of a message, that are looked at."""
_CHAIN = 20
"""Errors that may have led to the last one."""
_MOST = 300
"""Lines of a log, and of a message, at which a known one may begin."""

_BEFORE = re.compile(r"(?:\s*(?:E\s{2,}|[|│]\s?|>\s(?!>)))*\s*")
"""What stands before a line of pytest, of a frame, of a quotation."""
_LOGGED = re.compile(
    r"^(?:\S+ ){0,3}?\[?(?:ERROR|Error|CRITICAL|WARNING)\]?(?::|\s[|-]|\s{2})[\s:|-]*"
)
"""What stands before a message in a log."""
_HEAD = re.compile(
    r"(?:\S.{0,300}?:\d+: )?"  # a warning names its file and line before
    r"((?:[A-Za-z_][\w<>]*\.)*_?[A-Za-z]\w*(?:Error|Exception|Warning)"
    r"|(?:[a-z_]\w*\.)+[A-Z]\w+(?=: )|(?:\w+\.)*BadZipFile"
    r"|(?:\w+\.)*(?:KeyboardInterrupt|SystemExit|StopIteration|error))"
    r"(?::(?:\s(.*)|$)|\s*$)"
)
_TRACEBACK = "Traceback (most recent call last)"
_CHAINED = re.compile(r"During handling of the above exception|The above exception was the direct")
_AFTER = re.compile(
    r"Traceback \(most recent|During handling of the above|The above exception was"
    r"|(?:INFO|DEBUG|WARNING|ERROR|CRITICAL)[:\s]\s|\d{4}-\d\d-\d\d[ T]\d\d:\d\d|[IWEF]\d{4} \d\d:"
    r"|Process finished|계속하려면 아무 키나|>>> |In \[\d+\]:|={5,}|FAILED \S|\$ |PS [A-Z]:"
)
"""Lines that are no longer the message above."""
_QUOTE = re.compile(r"[‘“”`]|(?<![A-Za-z])['’]|['’](?![A-Za-z])")
_SPACE = re.compile(r"\s+")


class Report(NamedTuple):
    """One error as it was shown."""

    type: str
    """The exception's name without its modules; "" where there is only a message."""
    lines: list[str]
    """The message, its first line first."""

    def starts(self) -> Iterator[tuple[str, str]]:
        """Yield where a known message may begin: the text from there, made even, and its line.

        Wrappers such as Keras's “Exception encountered when calling” stand above what counts;
        in a log the last line counts. Each is looked at up to its first blank line, then alone,
        then with all that follows.
        """
        for i in self._places():
            for end in self._ends(i):
                said = " ".join(self.lines[i:end])[:_WIDEST]
                yield even(said if self.type else _LOGGED.sub("", said, count=1)), self._line(i)

    def _places(self) -> list[int]:
        count = len(self.lines)
        if self.type:
            order = [*range(min(count, _MOST))]
        else:  # a bare message begins the text; else the last line of a log counts
            order = list(dict.fromkeys((0, *range(count - 1, max(count - _MOST, -1), -1))))
        return [i for i in order if self.lines[i] or (self.type and not i)]

    def _ends(self, i: int) -> list[int]:
        most = min(len(self.lines), i + _WINDOW)
        blank = next((at for at in range(i + 1, most) if not self.lines[at]), most)
        return list(dict.fromkeys((blank, i + 1, most)))

    @property
    def head(self) -> str:
        """The line that stands for it."""
        return self._line(0)

    def _line(self, i: int) -> str:
        return ": ".join(part for part in (self.type, self.lines[i]) if part)


class Shown(NamedTuple):
    """What a text shows."""

    errors: list[Report]
    """The last error first, then those that led to it."""
    rest: Report
    """All lines, for messages without an exception's name."""
    warnings: list[Report]
    """The last one first."""

    @property
    def context(self) -> str:
        """The line of the error with which a chain of several began; "" where there is one."""
        return self.errors[-1].head if len(self.errors) > 1 else ""


def read(text: str) -> Shown:
    """Return what `text` shows: a traceback with noise around it, a log, a bare line."""
    lines = _lines(text)
    errors: list[Report] = []
    warnings: list[Report] = []
    leads_on = False
    i = 0
    while i < len(lines):
        line = lines[i]
        i += 1
        if _CHAINED.match(line):
            leads_on = True
        elif line.startswith(_TRACEBACK):
            leads_on = leads_on and i > 1 and _explains(lines[i - 4 : i], errors)
        elif head := _HEAD.match(_LOGGED.sub("", line, count=1)):
            i, report = _report(head, lines, i)
            if report.type.endswith("Warning"):
                warnings.insert(0, report)
            else:
                errors = [report, *(errors[:_CHAIN] if leads_on else ())]
                leads_on = True
    return Shown(errors, Report("", lines), warnings)


def even(text: str) -> str:
    """Return `text` with one kind of quotes and single spaces, as the patterns are written."""
    return _SPACE.sub(" ", _QUOTE.sub('"', text)).strip()


def _lines(text: str) -> list[str]:
    shown = clean(text[-LONGEST:].replace("\r\n", "\n").replace("\r", "\n"))
    return [line[_BEFORE.match(line).end() :][:_WIDEST].rstrip() for line in shown.split("\n")]  # type: ignore[union-attr]


def _explains(above: list[str], errors: list[Report]) -> bool:
    """Tell whether a traceback goes on with the error before it, and is no new run."""
    return any(map(_CHAINED.match, above)) or bool(errors and "fits failed" in errors[0].head)


def _report(head: re.Match[str], lines: list[str], i: int) -> tuple[int, Report]:
    """Return the error that begins with `head` above line `i`, and the line after it."""
    end = i
    while end < len(lines) and not _AFTER.match(lines[end]) and not _HEAD.match(lines[end]):
        end += 1
    return end, Report(head[1].rpartition(".")[2], [head[2] or "", *lines[i:end]])
