"""`quiz weak`: weak spots with their trend and mistakes, slips by pattern, and drills of both."""

from __future__ import annotations

import pytest

from quiz.memory.slips import AVOIDED
from tests.cli.conftest import Shell

PLAIN = ("study", "--plain", "--cram", "--deck", "practice")


@pytest.fixture
def slipped(quiz: Shell) -> Shell:
    """A shell whose learner wrote RobustScalar."""
    answer(quiz, "RobustScalar")
    return quiz


def answer(quiz: Shell, typed: str) -> None:
    """Answer the only card that is left in the deck with `typed`, and give up the retry."""
    deck = quiz.deck.read_text("utf-8")
    if "binary_crossentropy" in deck:
        start, end = deck.index("  - id: scaler-median"), deck.index("  - id: pool-size")
        quiz.deck.write_text("cards:\n" + deck[start:end], "utf-8")
    quiz(*PLAIN, stdin=f"{typed}\n\n")


def test_a_slip_is_listed_with_what_was_written(slipped: Shell) -> None:
    assert (
        slipped("weak", "--slips").out
        == "-ar for -er: 1 of 1\n  11-23  RobustScalar → RobustScaler\n"
    )
    assert "-er 자리에 -ar: 1번 중 1번" in slipped("weak", "--slips", "--lang", "ko").out


def test_the_json_has_pattern_numbers_and_answers(slipped: Shell) -> None:
    (slip,) = slipped("weak", "--slips", "--json").json()
    assert (slip["kind"], slip["given"], slip["expected"]) == ("ending", "-ar", "-er")
    assert slip["text"] == {"ko": "-er 자리에 -ar", "en": "-ar for -er"}
    assert (slip["made"], slip["occasions"], slip["gone"]) == (1, 1, False)
    (given,) = slip["answers"]
    assert (given["typed"], given["right"]) == ("RobustScalar", "RobustScaler")
    assert given["review"] == slipped("missed", "--json").json()[0]["review"]


def test_it_is_said_when_a_slip_is_no_longer_made(slipped: Shell) -> None:
    for day in range(24, 24 + AVOIDED):
        slipped.at(f"2026-11-{day}T12:00:00+09:00")
        answer(slipped, "RobustScaler")
    said = slipped("weak", "--slips").out
    assert "No slip of your own is on the list." in said
    assert "No longer made: -ar for -er" in said
    assert slipped("weak", "--slips", "--json").json()[0]["gone"]


def test_slips_are_drilled_line_by_line(slipped: Shell) -> None:
    done = slipped("weak", "--slips", "--study", "--plain", stdin="1\nRobustScaler\n" * 6)
    assert "Practice: the schedule is not touched." in done.out
    assert "RobustScal_r" in done.out
    assert "Which spelling is right?" in done.out
    assert "RobustScalar" in done.out


def test_a_session_ends_with_the_slips_that_were_made_in_it(slipped: Shell) -> None:
    done = slipped(*PLAIN, stdin="RobustScalar\n\n")
    assert done.out.endswith("-ar for -er: 2 of 2\n")
    assert "-ar for -er:" not in slipped(*PLAIN, stdin="RobustScaler\n").out


def test_nothing_slipped_is_said_too(quiz: Shell) -> None:
    assert "No slip of your own" in quiz("weak", "--slips").out
    assert "No slip of your own" in quiz("weak", "--slips", "--study", "--plain").out
    assert quiz("weak", "--slips", "--json").json() == []


def test_a_weak_spot_has_its_trend_and_its_commonest_mistakes(quiz: Shell) -> None:
    quiz.at("2026-11-15T12:00:00+09:00")
    quiz("study", "--plain", "--weak", "loss-spelling", stdin="binary_crosentropy\n\n")
    quiz.at("2026-11-23T12:00:00+09:00")
    quiz("study", "--plain", "--weak", "loss-spelling", stdin="binary_crossentropy\n")
    spot = quiz("weak", "--json").json()["loss-spelling"]
    assert [point["day"] for point in spot["trend"]][-2:] == ["2026-11-16", "2026-11-23"]
    assert spot["trend"][-1]["mastery"] == spot["mastery"] > 0.9
    assert spot["trend"][-2]["mastery"] == 0
    assert spot["mistakes"] == [
        {"kind": "undoubled", "given": "s", "expected": "ss", "text": "s for ss", "made": 1}
    ]
    said = quiz("weak").out
    assert "▁▁▁▁▁█  +100" in said
    assert "s for ss ×1" in said


def test_the_two_weakest_are_asked_by_turns(quiz: Shell) -> None:
    done = quiz("weak", "--study", "--plain", stdin="binary_crossentropy\n")
    assert "Which loss for two classes?" in done.out
    assert "RobustScaler" not in done.out
    again = quiz("weak", "--study", "--plain", stdin="binary_crossentropy\n")
    assert "Practice: the schedule is not touched." in again.out
