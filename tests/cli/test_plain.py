"""A session line by line, as a pipe or a screen reader has it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Shell

ANSWERS = {
    "Which loss for two classes?": "binary_crossentropy",
    "Which scaler uses the median?": "RobustScaler",
    "Default pool_size of MaxPooling2D?": "(2,2)",
}


def _ask_one(quiz: Shell, *lines: str, card: str = "loss-spelling") -> str:
    return quiz("study", "--plain", "--weak", card, stdin="".join(f"{x}\n" for x in lines)).out


def test_a_right_answer_is_told_and_the_session_summed_up(quiz: Shell) -> None:
    out = _ask_one(quiz, "binary_crossentropy")
    assert "✓ right" in out
    assert "1 of 1 right." in out


def test_a_slip_is_named_and_may_be_tried_again(quiz: Shell) -> None:
    out = _ask_one(quiz, "binary_crosentropy", "binary_crossentropy")
    assert "≈ slip" in out
    assert "✓ right" in out
    assert "Answer:" not in out.split("Try once more")[0]


def test_enter_alone_after_a_slip_shows_the_answer(quiz: Shell) -> None:
    out = _ask_one(quiz, "binary_crosentropy", "")
    assert "Answer: binary_crossentropy" in out


def test_a_hint_is_given_and_the_end_of_input_ends_the_session(quiz: Shell) -> None:
    out = _ask_one(quiz, ":hint", ":hint")
    assert "19" in out
    assert "0 of 0 right." in out


def test_i_was_right_speaks_of_the_answer_given_last(quiz: Shell) -> None:
    _ask_one(quiz, "the log one", ":right")
    assert quiz("show", "loss-two", "--json").json()["memory"]["lapses"] == 0
    assert quiz("due", "--json").json()["decks"]["practice"]["due"] == 0


def test_accepting_an_answer_writes_it_into_the_deck_and_nothing_else(quiz: Shell) -> None:
    before = quiz.deck.read_text("utf-8")
    _ask_one(quiz, "the log one", ":accept")
    after = quiz.deck.read_text("utf-8")
    assert [line for line in after.splitlines() if line not in before.splitlines()]
    assert "the log one" in after
    assert [x for x in after.splitlines() if x in before.splitlines()] == before.splitlines()
    assert quiz("mark", "loss-two", "the log one").out.startswith("✓")


def test_undo_asks_the_card_again(quiz: Shell) -> None:
    out = quiz("study", "--plain", "--limit", "2", stdin="x\n:undo\n:quit\n").out
    first = next(line for line in out.splitlines() if line.startswith("[1/2]"))
    assert out.count(first) == 2
    assert quiz("missed", "--json").json() == []


@pytest.mark.parametrize("command", [":skip", ":bury", ":suspend"])
def test_a_card_can_be_put_away(quiz: Shell, command: str) -> None:
    out = quiz("study", "--plain", stdin=f"{command}\n").out
    asked = [line.split("] ")[1] for line in out.splitlines() if line.startswith("[")]
    assert len(set(asked)) == 2


def test_an_unknown_command_is_named_and_help_lists_the_known_ones(quiz: Shell) -> None:
    out = _ask_one(quiz, ":hnit", ":help", ":quit")
    assert ":hnit" in out
    assert ":suspend" in out


def test_korean_commands_work_in_a_korean_session(quiz: Shell) -> None:
    done = quiz("study", "--plain", "--lang", "ko", stdin=":힌트\n:건너뛰기\n:끝\n")
    assert done.code == 0
    assert "정답" in done.out


def test_cramming_says_that_the_schedule_is_left_alone(quiz: Shell) -> None:
    out = quiz("study", "--plain", "--cram", "--limit", "1", stdin="x\n").out
    assert "schedule is not touched" in out
    assert quiz("due", "--json").json()["new"] == 5


def test_a_line_that_picks_no_option_is_no_answer_yet(quiz: Shell) -> None:
    card = "{kind: choice, ask: Q?, answer: yes, wrong: [no], weak: [loss-spelling]}"
    quiz.deck.write_text(f"cards:\n  - {card}\n", "utf-8")
    out = _ask_one(quiz, "maybe", "yes")
    assert "none of the options" in out
    assert "1 of 1 right." in out
    assert quiz("missed", "--json").json() == []


def test_nothing_to_ask_is_said(quiz: Shell) -> None:
    quiz("config", "new_per_day", "0")
    assert "Nothing to ask" in quiz("study", "--plain").out


def test_a_closed_stdin_ends_the_session_quietly(quiz: Shell) -> None:
    assert quiz("study", "--plain", stdin=None).code == 0


def test_markup_and_escapes_in_a_card_are_shown_as_they_stand(quiz: Shell) -> None:
    quiz.deck.write_text(
        'cards:\n  - id: odd\n    ask: "[/] [@click=app.quit] [None, 28] \\e[31mred"\n'
        "    answer: x\n    weak: [loss-spelling]\n",
        "utf-8",
    )
    out = _ask_one(quiz, "x")
    assert "[/] [@click=app.quit] [None, 28] red" in out
    assert "\x1b" not in out


def test_a_card_crammed_is_rated_without_a_promise_of_days(quiz: Shell) -> None:
    quiz.deck.write_text("cards:\n  - {id: f, kind: flip, ask: Q?, answer: A}\n", "utf-8")
    assert "day" in quiz("study", "--plain", stdin="\n").out
    assert "day" not in quiz("study", "--plain", "--cram", stdin="\n").out.replace("today", "")
