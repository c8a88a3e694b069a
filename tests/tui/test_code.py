"""What a learner meets who answers with code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz import i18n
from quiz.marking.mark import Piece
from quiz.tui.widgets.code import tokens
from quiz.tui.widgets.code_diff import code_diff
from quiz.tui.widgets.code_input import CodeInput
from tests.tui.coding import BROKEN, NET, WRONG, code_desk, hand_in
from tests.tui.desk import Desk, Learner, sit


@pytest.fixture
def coding(tmp_path: Path) -> Iterator[Desk]:
    desk = code_desk(tmp_path / "coding")
    yield desk
    desk.store.close()


def typed(learner: Learner) -> str:
    return learner.app.screen.query_one(CodeInput).text


async def test_code_of_several_lines_is_handed_in_by_ctrl_s(coding: Desk) -> None:
    async with sit(coding.app("net")) as learner:
        assert "^S Hand in" in learner.keys
        assert "Enter: new line" in learner.screen
        await hand_in(learner, NET)
        assert "✓ right" in learner.screen
        assert coding.ratings("net") == [3]
        assert coding.reviews("net")[0].typed == NET


async def test_enter_breaks_the_line_and_keeps_the_indent(coding: Desk) -> None:
    async with sit(coding.app("net")) as learner:
        await learner.press(*"if", "space", *"x:", "enter", *"y", "enter", *"z", "enter")
        await learner.press("shift+tab", *"w", "enter", "tab", *"v")
        assert typed(learner) == "if x:\n    y\n    z\nw\n    v"
        assert not coding.reviews("net")


async def test_an_indent_goes_back_by_one_step_wherever_the_cursor_is(coding: Desk) -> None:
    async with sit(coding.app("net")) as learner:
        await learner.press("tab", "tab", *"ab", "left", "shift+tab", *"c")
        assert typed(learner) == "    acb"
        await learner.press("shift+tab", "shift+tab", *"d")
        assert typed(learner) == "acdb"


async def test_nothing_typed_is_not_handed_in(coding: Desk) -> None:
    async with sit(coding.app("net")) as learner:
        await learner.press("enter", "ctrl+s")
        assert learner.status == "Nothing is typed yet. F3: I don't know."
        assert not coding.reviews("net")


async def test_what_differs_is_shown_in_its_line_with_a_sign_below(coding: Desk) -> None:
    async with sit(coding.app("net"), (100, 40)) as learner:
        await hand_in(learner, WRONG)
        at = learner.lines.index(learner.row('7  model.compile(optimizer="adam", loss="mse"'))
        place = learner.lines[at].index('"mse"')
        assert learner.lines[at + 1].strip() == '~~~~~ "categorical_crossentropy"'
        assert learner.lines[at + 1].index("~") == place
        assert "8  model.fit(X_train, y_train, epoch=5)" in learner.screen
        assert "Right answer" in learner.screen
        assert learner.screen.count('Dense(8, activation="relu")') == 2


async def test_broken_code_is_pointed_at_and_stays_to_be_mended(coding: Desk) -> None:
    async with sit(coding.app("net"), (80, 30)) as learner:
        await hand_in(learner, BROKEN)
        assert "is never closed" in learner.screen
        assert "Mend it and press Ctrl+S" in learner.screen
        at = learner.lines.index(learner.row('4      Dense(8, activation="relu",'))
        assert learner.lines[at + 1].strip() == "^"
        assert typed(learner) == BROKEN
        learner.app.screen.query_one(CodeInput).load_text(NET)
        await learner.press("ctrl+s")
        assert "✓ right" in learner.screen
        assert coding.ratings("net") == [2]


async def test_the_second_key_in_a_row_changes_nothing_more(coding: Desk) -> None:
    async with sit(coding.app("net")) as learner:
        await hand_in(learner, NET + "\nprint(1)")
        await learner.press("ctrl+s", "x", "tab")
        assert typed(learner) == NET + "\nprint(1)"
        assert len(coding.reviews("net")) == 1


async def test_letters_are_keys_again_once_it_is_judged(coding: Desk) -> None:
    async with sit(coding.app("net")) as learner:
        await hand_in(learner, WRONG)
        await learner.press("r")
        assert "Counted as right" in learner.status


async def test_ctrl_z_takes_back_what_was_typed_and_in_an_empty_field_the_answer(
    coding: Desk,
) -> None:
    async with sit(coding.app("net", "small")) as learner:
        first = learner.app.screen.query("CodeInput")
        await (hand_in(learner, NET) if first else learner.answer("X = X / 255"))
        await learner.press("enter")
        if first:
            await learner.press("ctrl+z")
            assert "Undone" in learner.status
        else:
            await learner.press("x", "ctrl+z")
            assert typed(learner) == ""


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_a_token_is_asked_within_its_code(coding: Desk, language: str) -> None:
    i18n.use(language)
    async with sit(coding.app("scale")) as learner:
        assert "X_train = scaler.[…](X_train)  # 훈련만" in learner.screen
        await learner.answer("fit_transfrom")
        await learner.press("f3")
        assert "fit_transform" in learner.screen
        assert coding.ratings("scale-token") == [2]


async def test_code_of_one_line_is_typed_in_one_line(coding: Desk) -> None:
    async with sit(coding.app("small")) as learner:
        await learner.answer("X = X/255.0")
        assert "✓ right" in learner.screen


async def test_the_keyboard_left_in_hangul_is_noticed_in_code(coding: Desk) -> None:
    async with sit(coding.app("net")) as learner:
        await hand_in(learner, NET.replace("model.fit", "ㅡㅐㅇ디.럇"))
        assert "The keyboard was in Hangul" in learner.screen
        assert coding.ratings("net") == [3]


async def test_accepting_code_writes_it_into_the_deck_line_by_line(coding: Desk) -> None:
    other = NET.replace("Dense(3", "Dense(4")
    async with sit(coding.app("net")) as learner:
        await hand_in(learner, other)
        await learner.press("a")
        assert "Counted" in learner.status or "is right, too" in learner.status
    deck = (coding.places.decks / "practice.yaml").read_text("utf-8")
    assert "    accept:\n      - |-\n        from keras import Sequential\n" in deck
    card = coding.store.card("net")
    assert card.mark(card.question(0), other, coding.store.names).verdict == "right"


async def test_accepting_a_token_accepts_the_code_that_it_makes(coding: Desk) -> None:
    async with sit(coding.app("scale")) as learner:
        await learner.answer("fit_it")
        if "Mend it" in learner.screen:
            await learner.press("f3")
        await learner.press("a")
    for level, answer in (("scale-token", "fit_it"), ("scale", "X_train = scaler.fit_it(X_train)")):
        card = coding.store.card(level)
        code = (
            answer if level != "scale" else str(card.solution()).replace("fit_transform", "fit_it")
        )
        assert card.mark(card.question(0), code, coding.store.names).verdict == "right"


async def test_broken_code_cannot_be_accepted(coding: Desk) -> None:
    async with sit(coding.app("net")) as learner:
        await hand_in(learner, BROKEN)
        await learner.press("f3")
        assert "Accept" not in learner.keys


async def test_missed_shows_all_the_code_that_was_written(coding: Desk) -> None:
    async with sit(coding.app("net"), (120, 45)) as learner:
        await hand_in(learner, WRONG)
        await learner.press("enter", "escape", "f4")
        assert '~~~ "categorical_crossentropy"' in learner.screen
        assert "1  from keras import Sequential" in learner.screen


CODE = st.text(st.sampled_from("ab \n\"'#1()[…]한\\"), max_size=40)


@given(CODE)
def test_tokens_follow_each_other_within_the_code(code: str) -> None:
    found = tokens(code)
    ends = [0, *(token.end for token in found)]
    assert all(end <= token.start < token.end for end, token in zip(ends, found, strict=False))
    assert not found or found[-1].end <= len(code)


PIECES = st.lists(
    st.one_of(
        CODE.filter(bool).map(lambda text: Piece("same", text, text)),
        CODE.filter(bool).map(lambda text: Piece("missing", "", text)),
        CODE.filter(bool).map(lambda text: Piece("extra", text, "")),
        st.tuples(CODE.filter(bool), CODE).map(lambda pair: Piece("changed", *pair)),
    ),
    max_size=5,
).map(tuple)


@given(PIECES, st.integers(4, 60))
def test_every_difference_of_code_has_its_sign_at_any_width(
    pieces: tuple[Piece, ...], width: int
) -> None:
    shown = code_diff(pieces, width, sign="^").plain
    for piece in pieces:
        if piece.op != "same":
            assert "^" in shown or "+" in shown
    whole = code_diff(pieces, width, whole=True).plain
    for line in "".join(piece.given for piece in pieces).split("\n"):
        for word in line.split():
            assert word in whole or len(word) > width - 5 or word in line
