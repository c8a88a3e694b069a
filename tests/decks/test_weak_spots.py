"""Declaring weak spots."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.decks.weak_spots import FILE, WeakSpot, load_weak_spots, read_weak_spots
from quiz.text import Text

GOOD = """\
weak-spots:
  - id: one-hot
    name: {ko: 원-핫 인코딩, en: One-hot encoding}
    sentence: 원핫인코더
    spelling: false
  - id: loss-spelling
    name: Losses
    spelling: true
"""


def test_weak_spots_are_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(GOOD, encoding="utf-8")
    spots = load_weak_spots(tmp_path)
    assert list(spots) == ["one-hot", "loss-spelling"]
    assert spots["one-hot"] == WeakSpot(
        "one-hot", Text("원-핫 인코딩", "One-hot encoding"), "원핫인코더", False
    )
    assert spots["loss-spelling"].spelling


def test_a_folder_without_the_file_has_no_weak_spots_and_no_problem(tmp_path: Path) -> None:
    assert read_weak_spots(tmp_path) == ({}, [])
    assert read_weak_spots(tmp_path / "gone") == ({}, [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  - id: one-hot\n    name: again\n", "duplicate-id"),
        ("  - name: no id\n", "missing-key"),
        ("  - id: x\n", "missing-key"),
        ("  - id: x\n    name: x\n    spelling: maybe\n", "unknown-value"),
        ("  - id: x\n    name: x\n    sentense: y\n", "unknown-key"),
        ("  - words\n", "missing-key"),
        ("other: x\n", "unknown-key"),
        ("  - {id: x, id: y, name: z}\n", "duplicate-key"),
    ],
)
def test_a_bad_weak_spot_is_told_and_the_others_work(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / FILE).write_text(GOOD + text, encoding="utf-8")
    spots, problems = read_weak_spots(tmp_path)
    assert {"one-hot", "loss-spelling"} <= set(spots)
    assert code in [problem.code for problem in problems]
    assert all(problem.file.endswith(FILE) and problem.hint for problem in problems)


def test_the_weak_spots_before_an_unreadable_line_work(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(GOOD + "  - id: x\n\tname: y\n", encoding="utf-8")
    spots, (found,) = read_weak_spots(tmp_path)
    assert list(spots) == ["one-hot", "loss-spelling"]
    assert (found.code, found.line) == ("tab", 10)
