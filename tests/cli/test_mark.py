"""Judging answers from the shell, recording nothing."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Shell


def _mark(quiz: Shell, *lines: dict[str, str]) -> list[dict[str, object]]:
    done = quiz("mark", "--jsonl", stdin="".join(json.dumps(line) + "\n" for line in lines))
    return [json.loads(line) for line in done.out.splitlines()]


def test_each_line_is_judged_by_card_or_by_what_is_expected(quiz: Shell) -> None:
    by_card, by_text = _mark(
        quiz,
        {"card": "loss-two", "answer": "binary_crossentropy"},
        {"expected": "(28, 28, 1)", "type": "values", "answer": "(28,28,1)"},
    )
    assert by_card == {
        "verdict": "right",
        "rating": 3,
        "mistake": None,
        "expected": "binary_crossentropy",
    }
    assert by_text["verdict"] == "right"


def test_a_slip_is_named_in_both_languages(quiz: Shell) -> None:
    (line,) = _mark(
        quiz, {"expected": "StandardScaler", "type": "names", "answer": "StandardScalar"}
    )
    assert line["verdict"] == "slip"
    mistake = line["mistake"]
    assert isinstance(mistake, dict)
    assert set(mistake["text"]) == {"ko", "en"}
    assert mistake["text"]["ko"] != mistake["text"]["en"]


def test_a_slip_is_a_lapse_only_where_spelling_is_the_point(quiz: Shell) -> None:
    spelling, other = _mark(
        quiz,
        {"card": "loss-two", "answer": "binary_crosentropy"},
        {"card": "scaler-median", "answer": "RobustScalar"},
    )
    assert (spelling["rating"], other["rating"]) == (1, 2)


@pytest.mark.parametrize(
    ("expected", "answer"),
    [("float32", "float64"), ("axis=0", "axis=1"), ("3.10", "3.1"), ("(32, 10)", "(32, 1)")],
)
def test_values_that_differ_are_never_near(quiz: Shell, expected: str, answer: str) -> None:
    (line,) = _mark(quiz, {"expected": expected, "answer": answer})
    assert line["verdict"] in ("wrong", "confused")
    assert line["rating"] == 1


def test_a_line_that_makes_no_sense_is_told_and_the_others_are_judged(quiz: Shell) -> None:
    done = quiz(
        "mark",
        "--jsonl",
        stdin='nonsense\n{"answer": "x"}\n{"expected": "relu", "answer": "relu"}\n',
    )
    first, second, third = (json.loads(line) for line in done.out.splitlines())
    assert "error" in first
    assert "error" in second
    assert third["verdict"] == "right"
    assert done.code == 1


def test_marking_leaves_no_trace(quiz: Shell) -> None:
    quiz("mark", "loss-two", "mse")
    assert quiz("missed", "--json").json() == []
    assert quiz("show", "loss-two", "--json").json()["reviews"] == []


def test_the_mark_is_told_to_people_too(quiz: Shell) -> None:
    out = quiz("mark", "loss-two", "binary_crosentropy").out
    assert out.startswith("≈ slip")
    assert "binary_crossentropy" in out


def test_the_numbers_of_a_choice_are_those_that_show_prints(quiz: Shell) -> None:
    options = [option["en"] for option in quiz("show", "which", "--json").json()["options"]]
    number = options.index("MaxAbsScaler") + 1
    assert f"{number}. MaxAbsScaler" in quiz("show", "which").out
    assert quiz("mark", "which", str(number)).out.startswith("✓")
