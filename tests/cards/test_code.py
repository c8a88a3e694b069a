"""Code is asked a token, then a line, then the block; each is judged as part of the whole."""

from __future__ import annotations

import pytest

from quiz.cards.card import Card, Input
from quiz.cards.kinds import read_card
from quiz.cards.problem import Problem
from quiz.marking.mark import Verdict
from quiz.marking.names_list import RealNames

NAMES = RealNames()
CODE = """\
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)"""


def made(**keys: object) -> tuple[list[Card], list[Problem]]:
    raw = {"id": "scale", "kind": "code", "ask": "Scale both.", "answer": CODE, **keys}
    return read_card(raw, deck="d")


def test_a_token_a_line_and_the_block_are_cards_of_their_own() -> None:
    cards, problems = made(token="fit_transform")
    assert not problems
    assert [card.id for card in cards] == ["scale-token", "scale-line", "scale"]
    assert {card.note for card in cards} == {"scale"}
    token, line, block = (card.question(0) for card in cards)
    assert "X_train = scaler.[…](X_train)" in token.ask.en
    assert "\n[…]\nX_test" in line.ask.en
    assert (token.input, line.input, block.input) == (Input.LINE, Input.LINE, Input.CODE)
    assert "StandardScaler" not in block.ask.en


@pytest.mark.parametrize(
    ("level", "answer", "verdict"),
    [
        (0, "fit_transform", Verdict.RIGHT),
        (0, "fit_transfrom", Verdict.SLIP),
        (0, "transform", Verdict.CONFUSED),
        (0, " ", Verdict.BLANK),
        (0, "fit_transform(", Verdict.SLIP),
        (0, "no idea", Verdict.WRONG),
        (1, "X_train=scaler.fit_transform( X_train )", Verdict.RIGHT),
        (1, "X_train = scaler.transform(X_train)", Verdict.CONFUSED),
        (2, CODE.replace(" = ", "="), Verdict.RIGHT),
        (2, "    " + CODE.replace("\n", "\n    "), Verdict.RIGHT),
        (2, CODE.splitlines()[0], Verdict.WRONG),
    ],
)
def test_each_level_is_judged_within_the_whole(level: int, answer: str, verdict: Verdict) -> None:
    cards, _ = made(token="fit_transform")
    card = cards[level]
    mark = card.mark(card.question(0), answer, NAMES)
    assert mark.verdict is verdict
    assert mark.expected == card.solution().en
    if mark.diff and level < 2:
        assert "".join(piece.given for piece in mark.diff) == mark.given


COMPILE = """\
model.compile(
    optimizer=Adam(),
    loss="mse",
)"""


@pytest.mark.parametrize(
    ("token", "level", "answers"),
    [
        ("mse", 0, ("mse", "'mse'", '"mse"')),
        ("mse", 1, ('loss="mse"', "loss='mse',")),
        ("Adam", 0, ("Adam", "Adam()")),
        ("compile", 0, ("compile", "compile()")),
        ("optimizer=Adam()", 0, ("optimizer=Adam()", "optimizer=Adam(),")),
    ],
)
def test_what_stands_round_the_hole_may_be_typed_too(
    token: str, level: int, answers: tuple[str, ...]
) -> None:
    cards, _ = made(answer=COMPILE, token=token)
    for answer in answers:
        mark = cards[level].mark(cards[level].question(0), answer, NAMES)
        assert mark.verdict is Verdict.RIGHT, answer


def test_a_token_that_is_its_line_is_asked_once() -> None:
    cards, _ = made(answer=COMPILE, token="optimizer=Adam()")
    assert [card.id for card in cards] == ["scale-token", "scale"]


def test_free_variables_may_have_any_name_in_the_block() -> None:
    cards, _ = made(free=["scaler"])
    (card,) = cards
    renamed = CODE.replace("scaler", "sc")
    assert card.mark(card.question(0), renamed, NAMES).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("keys", "code"),
    [({"answer": "x = ("}, "bad-code"), ({"token": "nowhere"}, "token-not-in-code")],
)
def test_a_card_that_cannot_work_is_told(keys: dict[str, object], code: str) -> None:
    cards, problems = made(**keys)
    assert not cards
    assert [problem.code for problem in problems] == [code]


@pytest.mark.parametrize("level", [0, 1, 2])
def test_a_keyboard_left_in_hangul_is_told_for_what_was_typed_only(level: int) -> None:
    cards, _ = made(token="fit_transform")
    card = cards[level]
    mark = card.mark(card.question(0), card.solution().en.replace("fit", "럇"), NAMES)
    assert mark.verdict is Verdict.RIGHT
    assert mark.keys == card.solution().en
    assert card.accepted(mark.keys) == CODE
