from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quiz.memory.line import encode, read_fields
from quiz.memory.log import BadLine, Log, LogChanged
from quiz.memory.log_files import LONGEST_LINE, seal, stamps
from quiz.memory.review import Review
from tests.memory.strategies import answer, reviews

NAME = "laptop-01234567"
FILE = f"{NAME}.jsonl"


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return Log(tmp_path / "home" / "reviews", NAME)


def entries(log: Log, **offsets: int) -> list[Review | BadLine]:
    return [entry for _, _, entry in log.read(offsets)]


def raw(log: Log) -> Path:
    return log.folder / log.file


def write(log: Log, *lines: bytes, file: str = FILE) -> None:
    log.folder.mkdir(parents=True, exist_ok=True)
    (log.folder / file).write_bytes(b"".join(lines))


def test_a_log_that_was_never_written_is_empty(log: Log) -> None:
    assert entries(log) == []
    assert log.stamps() == {}


def test_answers_are_read_back_in_the_order_they_were_given(log: Log) -> None:
    for number in range(5):
        log.append(answer(number))
    assert entries(log) == [answer(number) for number in range(5)]
    log.close()
    log.append(answer(5))
    assert entries(log)[-1] == answer(5)


@settings(
    deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(review=reviews())
def test_any_answer_comes_back_as_it_was_given(log: Log, review: Review) -> None:
    start, end = log.append(review)
    assert list(log.read({FILE: start})) == [(FILE, end, review)]


def test_a_reader_goes_on_where_it_stopped(log: Log) -> None:
    log.append(answer(1))
    ((file, offset, _),) = log.read()
    assert list(log.read({file: offset})) == []
    start, end = log.append(answer(2))
    assert start == offset
    assert list(log.read({file: offset})) == [(FILE, end, answer(2))]


def test_the_logs_of_other_devices_are_read_and_never_written(log: Log) -> None:
    write(log, encode(answer(1)), b"\n", file="phone.jsonl")
    before = (log.folder / "phone.jsonl").stat()
    log.append(answer(2))
    assert entries(log) == [answer(2), answer(1)]
    assert (log.folder / "phone.jsonl").stat() == before


def test_other_files_and_folders_beside_the_logs_are_passed_over(log: Log) -> None:
    log.append(answer(1))
    (log.folder / "notes.txt").write_text("mine")
    (log.folder / "folder.jsonl").mkdir()
    os.mkfifo(log.folder / "pipe.jsonl")
    (log.folder / "gone.jsonl").symlink_to(log.folder / "nowhere")
    assert entries(log) == [answer(1)]


def test_a_line_that_makes_no_sense_is_reported_with_its_place_and_the_rest_is_read(
    log: Log,
) -> None:
    first, last = encode(answer(1)) + b"\n", encode(answer(3)) + b"\n"
    write(log, first, b"\x00\xff senseless\n", last)
    good, bad, other = entries(log)
    assert (good, other) == (answer(1), answer(3))
    assert isinstance(bad, BadLine)
    assert (bad.file, bad.offset) == (FILE, len(first))
    assert log.line_number(FILE, bad.offset) == 2
    assert bad.reason.en == "the line is not JSON"
    assert raw(log).read_bytes() == first + b"\x00\xff senseless\n" + last


def test_empty_lines_and_windows_line_ends_are_no_problem(log: Log) -> None:
    write(log, b"\n", encode(answer(1)), b"\r\n", b"\r\n", encode(answer(2)), b"\n\n")
    assert entries(log) == [answer(1), answer(2)]


def test_a_line_that_is_still_being_written_waits_for_its_end(log: Log) -> None:
    whole, next_line = encode(answer(1)) + b"\n", encode(answer(2)) + b"\n"
    for cut in range(len(next_line) - 1):
        write(log, whole, next_line[:cut])
        assert list(log.read()) == [(FILE, len(whole), answer(1))]
    write(log, whole, next_line)
    assert entries(log, **{FILE: len(whole)}) == [answer(2)]


def test_a_last_line_that_lacks_only_its_newline_is_read(log: Log) -> None:
    write(log, encode(answer(1)))
    ((_, offset, review),) = log.read()
    assert review == answer(1)
    log.append(answer(2))
    assert entries(log, **{FILE: offset}) == [answer(2)]


def test_a_line_of_many_megabytes_is_one_bad_line(log: Log) -> None:
    write(log, b"x" * (3 * LONGEST_LINE), b"\n", encode(answer(1)), b"\n")
    bad, good = entries(log)
    assert isinstance(bad, BadLine)
    assert bad.reason.en == "the line is too long"
    assert good == answer(1)


def test_many_megabytes_without_an_end_wait_for_it(log: Log) -> None:
    write(log, encode(answer(1)), b"\n", b"x" * (3 * LONGEST_LINE))
    assert entries(log) == [answer(1)]


def test_a_file_that_became_shorter_or_vanished_tells_the_reader_to_begin_anew(log: Log) -> None:
    _, end = log.append(answer(1))
    with pytest.raises(LogChanged):
        list(log.read({FILE: end + 1}))
    raw(log).unlink()
    with pytest.raises(LogChanged):
        list(log.read({FILE: end}))


def test_the_seal_of_what_was_read_stays_while_lines_are_added_and_breaks_when_it_is_changed(
    log: Log,
) -> None:
    ends = [log.append(answer(number, typed="x" * 50))[1] for number in range(200)]
    sealed = {end: log.seal(FILE, end) for end in ends}
    log.append(answer(200))
    assert {end: log.seal(FILE, end) for end in ends} == sealed
    whole = raw(log).read_bytes()
    raw(log).write_bytes(whole[ends[0] :])
    assert log.seal(FILE, ends[100]) != sealed[ends[100]]
    raw(log).write_bytes(whole[: ends[50]])
    assert log.seal(FILE, ends[100]) == -1
    assert seal(log.folder / "nowhere.jsonl", 5) == -1


def test_stamps_change_when_and_only_when_something_was_written(log: Log) -> None:
    log.append(answer(1))
    before = stamps(log.folder)
    entries(log)
    assert stamps(log.folder) == before
    log.append(answer(2))
    assert stamps(log.folder) != before


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="needs a file that fails to read")
def test_a_log_that_cannot_be_read_is_reported_and_the_others_are_read(log: Log) -> None:
    write(log, encode(answer(1)), b"\n")
    (log.folder / "phone.jsonl").symlink_to("/proc/self/mem")
    good, bad = entries(log)
    assert good == answer(1)
    assert isinstance(bad, BadLine)
    assert bad.file == "phone.jsonl"


def test_a_reader_may_take_the_fields_only(log: Log) -> None:
    log.append(answer(1))
    ((_, _, fields),) = log.read_as(read_fields)
    assert isinstance(fields, dict)
    assert fields["card"] == "loss"


pieces = st.binary(max_size=30) | reviews().map(encode) | st.just(b"\n") | st.just(b"{}")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(pieces, max_size=12), cut=st.integers(0, 400))
def test_any_bytes_whatever_are_read_and_the_same_in_one_go_or_in_two(
    log: Log, parts: list[bytes], cut: int
) -> None:
    data = b"".join(parts)
    write(log, data)
    at_once = list(log.read())
    offsets = [end for _, end, _ in at_once]
    assert offsets == sorted(set(offsets))
    write(log, data[:cut])
    first = list(log.read())
    # A line that lacked only its newline was taken as it stood: then no writer goes on in it.
    assume(not first or data[first[-1][1] - 1 : first[-1][1]] == b"\n")
    write(log, data)
    then = list(log.read({FILE: first[-1][1]} if first else {}))
    assert first + then == at_once


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), review=reviews())
def test_an_answer_is_kept_whatever_bytes_stood_in_the_file_before(
    log: Log, data: bytes, review: Review
) -> None:
    write(log, data)
    with suppress(FileNotFoundError):
        (log.folder / f"{NAME}.torn").unlink()
    log.append(review)
    assert entries(log)[-1] == review
    torn = log.folder / f"{NAME}.torn"
    kept = raw(log).read_bytes() + (torn.read_bytes() if torn.exists() else b"")
    assert all(line in kept for line in data.split(b"\n"))
