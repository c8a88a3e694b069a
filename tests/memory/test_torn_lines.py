"""What a crash, a full disk or a power cut may leave at the end of the log."""

from __future__ import annotations

import errno
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quiz.errors import StoreError
from quiz.memory.line import encode
from quiz.memory.log import Log
from tests.memory.strategies import answer

LINE = encode(answer(2, typed="한국어"))


@pytest.fixture
def log(tmp_path: Path) -> Log:
    log = Log(tmp_path, "laptop")
    log.append(answer(1))
    log.close()
    return log


def add(log: Log, data: bytes) -> None:
    with (log.folder / log.file).open("ab") as file:
        file.write(data)


def torn(log: Log) -> bytes:
    path = log.folder / "laptop.torn"
    return path.read_bytes() if path.exists() else b""


def numbers(log: Log) -> list[int]:
    return [entry.at % 1000 for _, _, entry in log.read() if not isinstance(entry, tuple)]


@pytest.mark.parametrize("cut", range(1, len(LINE)))
def test_a_line_torn_anywhere_is_moved_aside_by_the_next_answer(log: Log, cut: int) -> None:
    add(log, LINE[:cut])
    log.append(answer(3))
    assert numbers(log) == [1, 3]
    assert torn(log) == LINE[:cut] + b"\n"


def test_a_line_that_lacks_only_its_newline_is_an_answer_and_stays(log: Log) -> None:
    add(log, LINE)
    start, end = log.append(answer(3))
    assert numbers(log) == [1, 2, 3]
    assert end - start == len(encode(answer(3))) + 1
    assert torn(log) == b""


def test_the_zeros_that_a_power_cut_leaves_are_moved_aside(log: Log) -> None:
    add(log, b"\0" * 300_000)
    log.append(answer(3))
    assert numbers(log) == [1, 3]
    assert torn(log) == b"\0" * 300_000 + b"\n"


def test_a_file_that_is_torn_from_its_very_beginning_becomes_a_log_again(log: Log) -> None:
    (log.folder / log.file).write_bytes(b"x" * 200_000)
    log.append(answer(3))
    assert numbers(log) == [3]


def test_every_torn_line_is_kept(log: Log) -> None:
    for part in (b"one", b"two"):
        add(log, part)
        log.append(answer(3))
    assert torn(log) == b"one\ntwo\n"


def test_a_torn_line_can_be_mended_without_an_answer(log: Log) -> None:
    add(log, LINE)
    log.mend()
    assert (log.folder / log.file).read_bytes().endswith(LINE + b"\n")
    add(log, b"torn")
    log.mend()
    assert torn(log) == b"torn\n"


def test_mending_makes_no_log_where_there_is_none(tmp_path: Path) -> None:
    Log(tmp_path / "home", "laptop").mend()
    assert list(tmp_path.iterdir()) == []


@contextmanager
def disk_full_at(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("room", [0, 1, 20, len(LINE)])
def test_on_a_full_disk_the_answer_is_refused_and_the_log_stays_as_it_was(
    log: Log, room: int
) -> None:
    before = (log.folder / log.file).read_bytes()
    with disk_full_at(len(before) + room), pytest.raises(StoreError) as refusal:
        log.append(answer(2, typed="한국어"))
    assert (log.folder / log.file).read_bytes() == before
    assert log.file in refusal.value.message
    assert "Free some space" in refusal.value.hint
    log.append(answer(3))
    assert numbers(log) == [1, 3]


def test_on_a_full_disk_a_torn_line_is_not_lost(log: Log) -> None:
    add(log, b"torn")
    before = (log.folder / log.file).read_bytes()
    with disk_full_at(3), pytest.raises(StoreError):
        log.append(answer(2))
    assert (log.folder / log.file).read_bytes() == before


def test_a_folder_that_cannot_be_made_is_named_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file, not a folder")
    with pytest.raises(StoreError) as refusal:
        Log(tmp_path / "home" / "reviews", "laptop").append(answer(1))
    assert str(tmp_path) in refusal.value.message
    assert "QUIZ_HOME" in refusal.value.hint


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_log_is_named_with_a_remedy(log: Log) -> None:
    (log.folder / log.file).chmod(0o444)
    with pytest.raises(StoreError) as refusal:
        log.append(answer(2))
    assert os.strerror(errno.EACCES) in refusal.value.message
    assert "QUIZ_HOME" in refusal.value.hint


def test_a_log_deleted_or_replaced_under_a_running_quiz_is_made_anew(log: Log) -> None:
    log.append(answer(2))
    (log.folder / log.file).unlink()
    log.append(answer(3))
    assert numbers(log) == [3]
    spare = log.folder / "spare"
    spare.write_bytes(encode(answer(4)) + b"\n")
    spare.replace(log.folder / log.file)
    log.append(answer(5))
    assert numbers(log) == [4, 5]


def test_a_system_without_file_locks_is_told_so(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with pytest.raises(StoreError, match="lock files"):
        log.append(answer(2))
    with pytest.raises(StoreError, match="lock files"):
        log.mend()
    assert numbers(log) == [1]
