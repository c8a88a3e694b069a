"""Wrong usage and broken data: one clear message on stderr, an exit code, never a traceback."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.cli.conftest import Shell

WRONG = [
    ["stduy"],
    ["study", "--deck", "practise", "--plain"],
    ["study", "--weak", "loss-speling", "--plain"],
    ["study", "--limit", "many"],
    ["study", "--nonsense"],
    ["missed", "--since", "soon"],
    ["mark", "loss-two"],
    ["mark"],
    ["search"],
    ["check", "/no/such/file.yaml"],
    ["config", "nonsense", "1"],
    ["add", "practice", "--ask", "Q?"],
    ["add", "../evil", "--ask", "Q?", "--answer", "A"],
    ["add", "--ask", "Q?", "--answer", "A"],
    ["--lang", "fr", "due"],
    ["study"],
    [],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_is_told_on_stderr_with_a_remedy(quiz: Shell, arguments: Sequence[str]) -> None:
    done = quiz(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("quiz: ")
    assert "→" in done.err
    assert "Traceback" not in done.err


def test_an_unknown_card_is_a_problem_in_the_data(quiz: Shell) -> None:
    for command in ("show", "edit"):
        done = quiz(command, "no-such-card")
        assert done.code == 1
        assert "no-such-card" in done.err


def test_a_near_miss_is_offered(quiz: Shell) -> None:
    assert "study" in quiz("stduy").err
    assert "practice" in quiz("study", "--deck", "practise", "--plain").err


def test_a_setting_that_means_nothing_is_told_with_its_line_and_the_rest_works(
    quiz: Shell,
) -> None:
    quiz("due")
    (quiz.home / "config.toml").write_text('new_per_day = 3\nretention = "high"\n', "utf-8")
    assert quiz("due", "--json").json()["new"] == 3
    done = quiz("doctor")
    assert done.code == 1
    assert "config.toml:2" in done.out


def test_a_clock_that_cannot_be_read_is_told(quiz: Shell) -> None:
    quiz.at("tomorrow")
    done = quiz("due")
    assert done.code == 2
    assert "QUIZ_NOW" in done.err


def test_one_unreadable_deck_leaves_the_others_working(quiz: Shell) -> None:
    (quiz.decks / "broken.yaml").write_text("cards:\n\t- ask: [\n", "utf-8")
    assert quiz("due", "--json").json()["new"] == 5
    done = quiz("check")
    assert done.code == 1
    assert "broken.yaml:2" in done.out


def test_a_folder_without_decks_says_what_to_do(quiz: Shell) -> None:
    quiz.set("QUIZ_DECKS", str(quiz.home / "nowhere"))
    done = quiz("doctor")
    assert done.code == 1
    assert "nowhere" in done.out


def test_a_home_that_cannot_be_made_is_told(quiz: Shell) -> None:
    quiz.set("QUIZ_HOME", str(quiz.deck / "inside-a-file"))
    done = quiz("due")
    assert done.code == 1
    assert "QUIZ_HOME" in done.err


def test_a_corrupt_index_is_made_anew_without_a_word(quiz: Shell) -> None:
    quiz("study", "--plain", "--limit", "1", stdin="x\n")
    (quiz.home / "index.db").write_bytes(b"this is no database" * 1000)
    assert quiz("due", "--json").json()["due"] == 1
