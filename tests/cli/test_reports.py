"""The commands that tell something, as text and as JSON."""

from __future__ import annotations

import subprocess
import sys

import pytest

from quiz.cli.main import COMMANDS
from tests.cli.conftest import Shell

PLAIN = ("study", "--plain")


def test_due_counts_new_cards_and_then_the_reviews_that_come(quiz: Shell) -> None:
    before = quiz("due", "--json").json()
    assert (before["due"], before["new"]) == (0, 5)
    quiz(*PLAIN, "--limit", "1", stdin="no idea\nno idea\n")
    after = quiz("due", "--json").json()
    assert after["due"] == 1
    assert after["decks"]["practice"]["due"] == 1


def test_due_says_when_the_next_card_comes_if_nothing_waits(quiz: Shell) -> None:
    quiz("config", "new_per_day", "0")
    assert quiz("due", "--json").json()["next"].startswith("2026-11-24T04:00")
    assert "2026-11-24 04:00" in quiz("due").out


def test_due_loads_neither_screens_nor_yaml_when_nothing_changed(quiz: Shell) -> None:
    quiz("due")
    code = (
        "import sys; from quiz.cli.main import main; main(['due', '--json']);"
        "print([m for m in ('textual', 'rich', 'yaml', 'dataclasses', 'json') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_missed_shows_what_was_typed_beside_what_was_right(quiz: Shell) -> None:
    quiz(*PLAIN, "--deck", "practice", stdin="nonsense here\n" * 30)
    listed = quiz("missed", "--json").json()
    first = next(miss for miss in listed if miss["card"] == "scaler-median")
    assert (first["typed"], first["right"]) == ("nonsense here", "RobustScaler")
    assert "nonsense here" in quiz("missed").out


def test_missed_can_be_limited_to_the_last_days(quiz: Shell) -> None:
    quiz(*PLAIN, "--limit", "1", stdin="nonsense\n")
    assert quiz("missed", "--since", "1d", "--json").json()
    quiz.at("2026-11-30T12:00:00+09:00")
    assert quiz("missed", "--since", "7d", "--json").json() == []
    assert quiz("missed", "--since", "2w", "--json").json()


def test_drilling_missed_answers_leaves_the_schedule_alone(quiz: Shell) -> None:
    quiz(*PLAIN, "--weak", "loss-spelling", stdin="mse\n")
    before = quiz("show", "loss-two", "--json").json()["memory"]
    drilled = quiz("missed", "--study", "--plain", stdin="binary_crossentropy\n")
    assert "schedule is not touched" in drilled.out
    assert quiz("show", "loss-two", "--json").json()["memory"] == before


def test_weak_shows_mastery_growing_with_right_answers(quiz: Shell) -> None:
    assert quiz("weak", "--json").json()["loss-spelling"]["mastery"] == 0
    quiz(*PLAIN, "--weak", "loss-spelling", stdin="binary_crossentropy\n")
    assert quiz("weak", "--json").json()["loss-spelling"]["mastery"] > 0.9


def test_show_tells_place_memory_and_history(quiz: Shell) -> None:
    quiz(*PLAIN, "--weak", "loss-spelling", stdin="binary_crossentropy\n")
    shown = quiz("show", "loss-two", "--json").json()
    assert shown["place"] == f"{quiz.deck}:3"
    assert shown["memory"]["lapses"] == 0
    assert [review["typed"] for review in shown["reviews"]] == ["binary_crossentropy"]
    assert "binary_crossentropy" in quiz("show", "loss-two").out


@pytest.mark.parametrize("query", ["이진분류", "two classes", "crossentropy", "진분"])
def test_search_finds_by_question_and_answer_in_both_languages(quiz: Shell, query: str) -> None:
    assert [found["card"] for found in quiz("search", query, "--json").json()] == ["loss-two"]


def test_search_says_when_nothing_is_found(quiz: Shell) -> None:
    assert "No card" in quiz("search", "zzz").out


def test_a_suspended_card_is_listed_and_can_be_brought_back(quiz: Shell) -> None:
    quiz(*PLAIN, "--weak", "loss-spelling", stdin=":suspend\n")
    assert [card["card"] for card in quiz("search", "--suspended", "--json").json()] == ["loss-two"]
    assert "suspended" in quiz("search", "crossentropy").out
    assert quiz("show", "loss-two", "--unsuspend").code == 0
    assert quiz("search", "--suspended", "--json").json() == []
    assert quiz("due", "--json").json()["new"] == 5


def test_check_finds_nothing_in_a_sound_deck_and_shows_types(quiz: Shell) -> None:
    report = quiz("check", "--json")
    assert report.json()["cards"] == 5
    assert not [p for p in report.json()["problems"] if p["level"] == "error"]
    assert report.code == 0
    assert "values" in quiz("check", "--types").out


def test_check_names_file_line_and_remedy_and_returns_1(quiz: Shell) -> None:
    text = quiz.deck.read_text("utf-8").replace("answer: RobustScaler", "anwser: RobustScaler")
    quiz.deck.write_text(text, "utf-8")
    report = quiz("check", "--json")
    assert report.code == 1
    problem = report.json()["problems"][0]
    assert set(problem) >= {"file", "line", "column", "card", "code", "message", "hint"}
    assert any("answer" in p["hint"] for p in report.json()["problems"])
    assert quiz("check").code == 1


def test_check_fix_gives_every_card_an_id_once(quiz: Shell) -> None:
    text = quiz.deck.read_text("utf-8").replace("  - id: think\n    kind", "  - kind")
    quiz.deck.write_text(text, "utf-8")
    assert "1 id given" in quiz("check", "--fix").out
    assert "0 ids given" in quiz("check", "--fix").out


def test_doctor_is_content_with_a_sound_home(quiz: Shell) -> None:
    done = quiz("doctor")
    assert done.code == 0, done.out
    assert all(finding["fine"] for finding in quiz("doctor", "--json").json())


def test_doctor_names_a_line_of_the_log_that_makes_no_sense(quiz: Shell) -> None:
    quiz(*PLAIN, "--limit", "1", stdin="nonsense\n")
    (log,) = (quiz.home / "reviews").glob("*.jsonl")
    log.write_bytes(log.read_bytes() + b"this is no review\n")
    done = quiz("doctor")
    assert done.code == 1
    assert f"{log.name}:2" in done.out


def test_config_shows_sets_and_refuses(quiz: Shell) -> None:
    assert quiz("config", "--json").json()["new_per_day"] == 20
    assert quiz("config", "new_per_day", "7").code == 0
    assert quiz("config", "new_per_day", "--json").json() == {"new_per_day": 7}
    assert quiz("config", "retention", "2").code == 1
    assert quiz("config", "new_per_days", "7").code == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_both_languages(quiz: Shell, command: str) -> None:
    english, korean = quiz(command, "--help"), quiz(command, "--help", "--lang", "ko")
    assert english.code == korean.code == 0
    assert english.out != korean.out


def test_help_lists_every_command(quiz: Shell) -> None:
    assert all(f"  {name} " in quiz("--help").out for name in COMMANDS)


def test_version_is_told(quiz: Shell) -> None:
    assert quiz("--version").out.startswith("quiz ")
