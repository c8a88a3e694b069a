"""An error asks its cause, then the line that mends it, judged as part of the whole code."""

from __future__ import annotations

import pytest

from quiz.cards.card import Card, Input
from quiz.cards.kinds import read_card
from quiz.cards.problem import Problem
from quiz.marking.mark import Verdict
from quiz.marking.names_list import RealNames

NAMES = RealNames()
MESSAGE = "ValueError: Input 0 … of layer 'lstm_1' is incompatible with the layer: found ndim=2"
CODE = """\
model = keras.Sequential([
    keras.Input(shape=(10, 3)),
    layers.LSTM(16),
    layers.LSTM(8),
])"""
RAW: dict[str, object] = {
    "id": "stack",
    "kind": "error",
    "message": MESSAGE,
    "code": CODE,
    "cause": "The steps are gone.",
    "wrong": ["Too few units.", {"text": "No batch.", "why": "It is added by itself."}],
    "line": "3",
    "fix": "layers.LSTM(16, return_sequences=True),",
    "why": "ndim counts the batch.",
}
SHELL = {
    "code": "# main.py\nuvicorn main --port=8888",
    "line": "2",
    "fix": "uvicorn main:app --port=8888",
    "type": "values",
}


def made(**keys: object) -> tuple[list[Card], list[Problem]]:
    return read_card({**RAW, **keys}, deck="d")


def test_the_cause_is_asked_first_and_the_line_once_it_holds() -> None:
    (cause, fix), problems = made()
    assert not problems
    assert [cause.id, fix.id] == ["stack-cause", "stack-fix"]
    assert {cause.note, fix.note} == {"stack"}
    assert (cause.opens_after, fix.opens_after) == ("", "stack-cause")
    asked = cause.question(0), fix.question(0)
    assert [one.input for one in asked] == [Input.CHOICE, Input.LINE]
    assert all(one.ask.en.startswith(MESSAGE) for one in asked)
    assert all(one.ask.en.endswith(one.code) for one in asked)
    assert asked[0].code == CODE


def test_the_line_to_mend_is_marked_and_keeps_its_mistake() -> None:
    (_, fix), _ = made()
    assert "\n    layers.LSTM(16),  # ←\n" in fix.question(0).code
    assert "return_sequences" not in fix.question(0).ask.en


def test_an_empty_line_is_one_that_is_missing() -> None:
    code = "model = keras.Sequential([layers.Dense(1)])\n\nmodel.fit(X, y)"
    (_, fix), problems = made(code=code, line="2", fix='model.compile(loss="mse")')
    assert not problems
    assert "\n# ←\n" in fix.question(0).code
    mark = fix.mark(fix.question(0), "model.compile(loss='mse')", NAMES)
    assert mark.verdict is Verdict.RIGHT


def test_an_error_that_says_nothing_tells_what_was_wanted_and_what_came() -> None:
    raw = {key: value for key, value in RAW.items() if key != "message"}
    cards, problems = read_card({**raw, "ask": "26 was wanted.", "output": "9"}, deck="d")
    assert not problems
    first, came, question, *_ = cards[0].ask.en.splitlines()
    assert (first, came) == ("26 was wanted.", "Output: 9")
    assert "no error" in question


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("layers.LSTM(16, return_sequences=True),", Verdict.RIGHT),
        ("layers.LSTM(16, return_sequences=True)", Verdict.RIGHT),
        ("layers.LSTM(units=16,return_sequences = True)", Verdict.RIGHT),
        ("layers.LSTM(16, return_sequence=True)", Verdict.SLIP),
        ("layers.LSTM(16)", Verdict.WRONG),
        ("layers.LSTM(8, return_sequences=True)", Verdict.WRONG),
        (" ", Verdict.BLANK),
    ],
)
def test_the_line_is_judged_by_what_it_does_there(answer: str, verdict: Verdict) -> None:
    (_, fix), _ = made()
    mark = fix.mark(fix.question(0), answer, NAMES)
    assert mark.verdict is verdict
    assert mark.expected == fix.solution().en


def test_other_lines_may_be_right_as_well() -> None:
    (_, fix), _ = made(accept=["layers.GRU(16, return_sequences=True),"])
    answer = "layers.GRU(16, return_sequences=True)"
    assert fix.mark(fix.question(0), answer, NAMES).verdict is Verdict.RIGHT
    assert fix.accepted(f" {answer} ") == answer


def test_a_line_of_a_shell_is_judged_as_a_line() -> None:
    (_, fix), problems = made(**SHELL)
    assert not problems
    assert "uvicorn main --port=8888  # ←" in fix.question(0).ask.en
    assert (
        fix.mark(fix.question(0), "uvicorn main:app  --port=8888", NAMES).verdict is Verdict.RIGHT
    )
    assert (
        fix.mark(fix.question(0), "uvicorn main:api --port=8888", NAMES).verdict
        is not Verdict.RIGHT
    )


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"line": "6"}, "line-not-in-code"),
        ({"line": "three"}, "line-not-in-code"),
        ({"fix": "layers.LSTM(16),"}, "fix-changes-nothing"),
        ({"accept": ["layers.LSTM(16),"]}, "fix-changes-nothing"),
        ({"fix": "layers.LSTM(16, ("}, "bad-code"),
        ({"message": ""}, "missing-key"),
        ({"wrong": ["The steps are gone."]}, "same-option"),
    ],
)
def test_a_card_that_cannot_work_is_told(keys: dict[str, object], code: str) -> None:
    cards, problems = made(**keys)
    assert not cards
    assert [problem.code for problem in problems] == [code]


def test_without_an_id_both_wait_for_one() -> None:
    cards, problems = made(id="")
    assert not problems
    assert [card.id for card in cards] == ["", ""]
