"""Many lines of the log read at once are what each of them is alone."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from quiz.memory.line import LineError, encode, read_fields
from quiz.memory.many_lines import read_many, some_lines
from quiz.memory.review import Review
from tests.memory.strategies import reviews

FINE = reviews().map(encode)
PIECES = st.sampled_from(
    [b"{", b"}", b"[", b"]", b",", b":", b'"', b'"a"', b"1", b"null", b" ", b"\\u0041", b"\\ud800",
     b"\xff", b"0", b"NaN", b'{"a":[{"b":1}', b'{"c":2}]}', b"{},{}", b'"v":2', b"\r", b"\x85"]
)  # fmt: skip
SCRIBBLES = st.lists(PIECES, max_size=8).map(b"".join)
LINES = st.lists((FINE | SCRIBBLES | st.binary(max_size=20)).map(lambda line: line + b"\n"))
PLAIN = encode(Review(id="a" * 32, card="a", at=0, offset=0, day=719_163, rating=3))


def alone(line: bytes) -> dict[str, Any] | None:
    try:
        return read_fields(line)
    except LineError:
        return None


@given(LINES)
@example([b'{"a":[{"b":1}\n', b'{"c":2}]}\n', b"{},{}\n"])
@example([b"{},{}\n", b'{"a":[{"b":1}\n', b'{"c":2}]}\n'])
@example([b' {"a":1}\n'])
@example([PLAIN + b"\n", PLAIN + b" \n", b"\n", PLAIN + b"\x0c\n"])
def test_any_lines_at_once_are_what_each_is_alone(lines: list[bytes]) -> None:
    assert list(read_many(lines)) == [alone(line) for line in lines]


@given(st.lists(FINE.map(lambda line: line + b"\n")))
def test_what_was_written_is_read_back(lines: list[bytes]) -> None:
    assert list(read_many(lines)) == [read_fields(line) for line in lines]


def test_one_bad_line_among_many_costs_only_itself() -> None:
    lines = [PLAIN + b"\n"] * 50
    lines[20:21] = [PLAIN[:40] + b"\n", PLAIN + b"," + PLAIN + b"\n"]
    found = list(read_many(lines))
    assert [number for number, fields in enumerate(found) if fields is None] == [20, 21]


def test_lines_are_taken_some_at_a_time_and_none_is_lost() -> None:
    lines = [(end, b"x" * (end % 9000)) for end in range(1000)]
    some = list(some_lines(lines))
    assert [line for part in some for line in part] == lines
    assert max(sum(len(line) for _end, line in part) for part in some) < 1 << 17
    assert list(some_lines([])) == []
