"""A log or an index that is damaged: what can be read counts, the rest is told or made anew."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.memory.due import FILE
from tests.cli.conftest import Shell

DAMAGE = {
    "no database": b"this is no database" * 1000,
    "nothing": b"",
    "the head of one": b"SQLite format 3\0" + b"\0" * 84,
}


def log_of(quiz: Shell) -> Path:
    return next((quiz.home / "reviews").glob("*.jsonl"))


def review_log(quiz: Shell) -> dict[str, object]:
    findings = quiz("doctor", "--json").json()
    return next(dict(finding) for finding in findings if finding["name"] == "review log")


@pytest.fixture
def studied(quiz: Shell) -> Shell:
    """A shell in which one card was missed."""
    quiz("study", "--plain", "--weak", "loss-spelling", stdin="x\n")
    assert quiz("due", "--json").json()["due"] == 1
    return quiz


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("suffix", ["", "-wal"])
def test_a_damaged_index_is_made_anew_without_a_word(
    studied: Shell, damage: str, suffix: str
) -> None:
    (studied.home / f"{FILE}{suffix}").write_bytes(DAMAGE[damage])
    done = studied("due", "--json")
    assert (done.code, done.err) == (0, "")
    assert done.json()["due"] == 1
    assert len(studied("missed", "--json").json()) == 1


@pytest.mark.parametrize(
    "change",
    [
        "pragma user_version = 1",
        "pragma user_version = 999999999",
        "alter table cards rename column ready to steady",
        "drop table reviews",
        "alter table decks add column colour text not null default ''",
        "delete from facts",
    ],
)
def test_an_index_of_another_make_is_made_anew(studied: Shell, change: str) -> None:
    with sqlite3.connect(studied.home / FILE) as db:
        db.execute(change)
    db.close()
    done = studied("study", "--plain", "--limit", "1", stdin="y\n")
    assert done.code == 0 or "Start quiz again" in done.err
    assert studied("due", "--json").err == ""
    assert len(studied("missed", "--json").json()) == log_of(studied).read_text().count("\n")


def test_damage_in_the_middle_of_the_index_costs_no_answer(studied: Shell) -> None:
    with sqlite3.connect(studied.home / FILE) as db:
        db.execute("pragma wal_checkpoint(truncate)")
    db.close()
    size = (studied.home / FILE).stat().st_size
    with open(studied.home / FILE, "r+b") as file:
        file.seek(4096)
        file.write(os.urandom(size - 4096))
    for _ in range(2):  # damage found on the way is told once, then the index is made anew
        done = studied("due", "--json")
        assert "Traceback" not in done.err
    assert done.json()["due"] == 1


@pytest.mark.parametrize(
    "line",
    [
        b"garbage\n",
        b"\xff\xfe\x00\n",
        b"\0" * 4096 + b"\n",
        b'{"id": "half',  # the newline is missing, too
        b"[1, 2]\n",
        b"{}\n",
        b'{"v": 99, "id": "x"}\n',
        b"[" * 100_000 + b"\n",
        b'{"typed": "' + b"x" * 2_000_000 + b'"}\n',
    ],
    ids=lambda line: repr(line[:20]),
)
def test_a_line_that_makes_no_sense_is_set_aside_and_reported(studied: Shell, line: bytes) -> None:
    path = log_of(studied)
    before = path.read_bytes()
    path.write_bytes(line + before if line.endswith(b"\n") else before + line)
    assert studied("due", "--json").json()["due"] == 1
    assert review_log(studied)["fine"] is not line.endswith(b"\n")
    assert studied("study", "--plain", "--cram", "--weak", "loss-spelling", stdin="y\n").code == 0
    assert len(studied("missed", "--json").json()) == 2
    assert before in path.read_bytes()


def test_a_log_that_begins_anew_is_followed(studied: Shell) -> None:
    log_of(studied).unlink()
    assert studied("due", "--json").json()["due"] == 0
    assert studied("missed", "--json").json() == []


@pytest.mark.parametrize("place", ["log", "index.db", "config.toml", "device"])
@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo], ids=["a folder", "a named pipe"])
def test_what_stands_in_the_place_of_a_file_is_told_and_never_waited_for(
    quiz: Shell, make: Callable[[Path], None], place: str
) -> None:
    quiz("study", "--plain", "--limit", "1", stdin="x\n")
    path = log_of(quiz) if place == "log" else quiz.home / place
    path.unlink(missing_ok=True)
    make(path)
    for command in (["due"], ["study", "--plain", "--limit", "1"], ["doctor"], ["config"]):
        done = quiz(*command, stdin="x\n")
        assert done.code in (0, 1)
        assert "Traceback" not in done.err
        assert done.code == 0 or done.err or "✗" in done.out
