"""Code on the command line: asked line by line, judged, shown, added, accepted."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Shell

DECK = """\
title: Code
cards:
  - id: scale
    kind: code
    ask: Fit on the training set and transform both.
    token: fit_transform
    answer: |
      scaler = StandardScaler()
      X_train = scaler.fit_transform(X_train)
      X_test = scaler.transform(X_test)
    free: [scaler]
    tags: [code]
  - id: net
    kind: code
    ask: Compile and train for 5 epochs.
    answer: |
      model.compile(optimizer="adam", loss="mse")
      model.fit(X, y, epochs=5)
    tags: [net]
"""
NET = ("model.compile(optimizer='adam', loss='mse')", "model.fit(X, y, epochs=5)")
CODE = "\n".join(NET)


@pytest.fixture
def quiz(quiz: Shell) -> Shell:
    quiz.deck.write_text(DECK, "utf-8")
    return quiz


def study(quiz: Shell, *lines: str) -> str:
    return quiz("study", "--plain", "--tag", "net", stdin="".join(f"{x}\n" for x in lines)).out


def test_code_is_typed_line_by_line_up_to_an_empty_one(quiz: Shell) -> None:
    out = study(quiz, *NET, "")
    assert "an empty line ends it" in out
    assert "✓ right" in out
    assert "1 of 1 right." in out


def test_the_end_of_input_ends_the_code_too(quiz: Shell) -> None:
    out = quiz("study", "--plain", "--tag", "net", stdin=CODE).out
    assert "✓ right" in out


def test_broken_code_is_pointed_at_and_may_be_written_again(quiz: Shell) -> None:
    out = study(quiz, NET[0].removesuffix(")"), NET[1], "", *NET, "")
    assert "Line 1: ‘(’ is never closed" in out
    assert "✓ right" in out
    assert quiz("show", "net", "--json").json()["memory"]["lapses"] == 0


def test_a_wrong_line_is_named_and_the_right_code_stands_on_lines_of_its_own(quiz: Shell) -> None:
    out = study(quiz, NET[0].replace("mse", "mae"), NET[1], "")
    assert "The argument loss" in out
    assert 'Answer: \nmodel.compile(optimizer="adam", loss="mse")\nmodel.fit' in out
    assert "loss=[-'mae'-]{+\"mse\"+})" in out


def test_an_empty_line_at_once_is_no_answer(quiz: Shell) -> None:
    assert "∅ blank" in study(quiz, "")


def test_commands_work_before_the_first_line(quiz: Shell) -> None:
    assert "Length" in study(quiz, ":hint", *NET, "")
    assert quiz("show", "net", "--json").json()["reviews"][0]["typed"] == CODE


def test_code_that_is_accepted_is_right_from_then_on(quiz: Shell) -> None:
    other = [NET[0].replace("adam", "sgd"), NET[1]]
    study(quiz, *other, "", ":accept")
    assert "    accept:\n      - |-\n        model.compile(" in quiz.deck.read_text("utf-8")
    assert quiz("mark", "net", "\n".join(other)).out.startswith("✓")


@pytest.mark.parametrize("answer", ["model.fit(", ""])
def test_what_is_no_code_is_not_accepted(quiz: Shell, answer: str) -> None:
    study(quiz, *filter(None, [answer]), "", ":accept")
    assert "accept" not in quiz.deck.read_text("utf-8")


def test_an_answer_of_several_lines_is_judged(quiz: Shell) -> None:
    assert quiz("mark", "net", CODE).out.startswith("✓")
    assert quiz("mark", "net", "-", stdin=CODE).out.startswith("✓")
    report = quiz("mark", "net", CODE + ")", "--json").json()
    assert (report["verdict"], report["rating"]) == ("slip", 1)


def test_code_without_a_card_is_judged_line_of_json_by_line(quiz: Shell) -> None:
    line = {"type": "code", "expected": "sc = StandardScaler()\nX = sc.fit_transform(X)"}
    answers = [
        {**line, "answer": "given = StandardScaler()\nX = given.fit_transform(X)"},
        {**line, "answer": "s = StandardScaler()\nX = s.fit_transform(X)", "free": ["sc"]},
        {**line, "answer": "StandardScaler(", "free": ["sc"]},
        {**line, "answer": "x", "free": "sc"},
        {**line, "expected": "x = (", "answer": "x"},
    ]
    done = quiz("mark", "--jsonl", stdin="".join(json.dumps(one) + "\n" for one in answers))
    reports = [json.loads(report) for report in done.out.splitlines()]
    verdicts = [report.get("verdict") for report in reports]
    assert verdicts == ["wrong", "right", "slip", None, None]
    assert "cannot be read" in reports[-1]["error"]
    assert done.code == 1


def test_show_says_which_level_opens_it(quiz: Shell) -> None:
    assert "opens: once scale-token holds" in quiz("show", "scale-line").out
    assert "opens:" not in quiz("show", "scale-token").out
    shown = quiz("show", "scale", "--json").json()
    assert (shown["opens_after"], shown["locked"], shown["type"]) == ("scale-line", True, "code")
    assert "\nX_test = scaler.transform(X_test)\n" in quiz("show", "scale").out


def test_only_the_first_level_waits_in_the_counts(quiz: Shell) -> None:
    assert quiz("due", "--json").json()["new"] == 2


def test_a_code_card_is_added_from_the_shell(quiz: Shell) -> None:
    done = quiz(
        *("add", "more", "--kind", "code", "--ask", "Train.", "--answer", CODE),
        *("--token", "epochs", "--free", "model", "--accept", "m.fit(X)\nm.fit(y)"),
    )
    assert done.code == 0
    text = (quiz.decks / "more.yaml").read_text("utf-8")
    assert "kind: code" in text
    assert "answer: |-\n      model.compile(" in text
    assert quiz("check", "--json").code == 0


def test_missed_code_is_listed_on_one_line(quiz: Shell) -> None:
    study(quiz, "model.fit(X)", "print(1)", "")
    (row,) = quiz("missed").out.splitlines()
    assert "net" in row
