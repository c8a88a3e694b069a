"""Reading decks: one bad card never hurts others, and nothing is ever raised."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.decks.deck import (
    MOST_PROBLEMS,
    Deck,
    DeckReader,
    card_of,
    deck_name,
    deck_paths,
    load,
    problems_of,
)
from quiz.decks.duplicates import Ids
from quiz.decks.source import MOST_BYTES
from tests.decks.test_yaml import SCRIBBLES

GOOD = """\
title: {ko: 손실, en: Losses}
weak: [loss-spelling]
tags: [keras]
cards:
  - id: one
    ask: {ko: 하나?, en: One?}
    answer: relu
  - id: two
    kind: cloze
    text: "{{c1::fit}} then {{c2::predict}}"
    weak: [code-recall]
"""


def write(folder: Path, text: str | bytes, name: str = "deck.yaml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def deck(folder: Path, text: str | bytes) -> Deck:
    return load(write(folder, text))


def ids(read: Deck) -> list[str]:
    return [card.id for card in read.cards]


def codes(read: Deck) -> list[str]:
    return [problem.code for problem in read.problems]


def test_a_deck_has_a_name_a_title_and_cards(tmp_path: Path) -> None:
    read = load(write(tmp_path, GOOD, "losses.yaml"))
    assert (read.name, read.title.ko, read.title.en) == ("losses", "손실", "Losses")
    assert ids(read) == ["one", "two-c1", "two-c2"]
    assert [card.line for card in read.cards] == [5, 8, 8]
    assert not read.problems


def test_the_decks_weak_spots_and_tags_hold_for_the_cards_that_name_none(tmp_path: Path) -> None:
    one, two, _ = deck(tmp_path, GOOD).cards
    assert (one.weak, two.weak) == (("loss-spelling",), ("code-recall",))
    assert one.tags == two.tags == ("keras",)


def test_a_deck_without_a_title_is_called_by_its_file(tmp_path: Path) -> None:
    assert deck(tmp_path, "cards: []\n").title.en == "deck"


@pytest.mark.parametrize("none", ["cards:\n", "cards: []\n", "cards: ~\n", "cards: null\n"])
def test_a_deck_may_have_no_cards_yet(tmp_path: Path, none: str) -> None:
    read = deck(tmp_path, "title: later\n" + none)
    assert not read.cards
    assert not read.problems


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: t\n", "no-cards"),
        ("cards: some\n", "wrong-type"),
        ("cards: {a: b}\n", "wrong-type"),
        ("x: &x [{ask: a, answer: b}]\ncards: *x\n", "wrong-type"),
        ("titel: t\ncards: []\n", "unknown-key"),
        ("title: [t]\ncards: []\n", "wrong-type"),
        ("cards: []\nweak: [a]\n", "too-late"),
        ("cards: []\ncards: []\n", "duplicate-key"),
        ("cards: &x []\n", "anchored-cards"),
    ],
)
def test_what_is_wrong_at_the_top_is_told(tmp_path: Path, text: str, code: str) -> None:
    read = deck(tmp_path, text)
    assert code in codes(read)
    assert all(problem.file == read.path for problem in read.problems)


def test_one_bad_card_never_hurts_the_others(tmp_path: Path) -> None:
    bad = """\
  - id: no-answer
    ask: what?
  - just words
  - {id: twice, ask: a, ask: b, answer: c}
  - {id: tagged, ask: !!python/object:os.system a, answer: c}
  - [a, list]
  - id: last
    ask: what?
    answer: works
"""
    read = deck(tmp_path, GOOD + bad)
    assert ids(read) == ["one", "two-c1", "two-c2", "last"]
    assert [(problem.code, problem.card, problem.line) for problem in read.problems] == [
        ("missing-key", "no-answer", 12),
        ("not-a-card", "", 14),
        ("duplicate-key", "twice", 15),
        ("tag", "tagged", 16),
        ("not-a-card", "", 17),
    ]


def test_the_cards_before_unreadable_yaml_work(tmp_path: Path) -> None:
    read = deck(tmp_path, GOOD + "  - id: three\n\task: tab\n  - id: four\n")
    assert ids(read) == ["one", "two-c1", "two-c2"]
    assert [(problem.code, problem.line) for problem in read.problems] == [("tab", 13)]


def test_the_cards_before_a_bad_byte_work(tmp_path: Path) -> None:
    read = deck(tmp_path, GOOD.encode() + b"  - id: three\n    ask: \xff\n")
    assert ids(read) == ["one", "two-c1", "two-c2"]
    assert [(problem.code, problem.line, problem.column) for problem in read.problems] == [
        ("not-utf8", 13, 10)
    ]


def test_problems_name_line_and_column_of_the_value(tmp_path: Path) -> None:
    read = deck(tmp_path, GOOD + "  - id: three\n    ask: what?\n    answer: a\n    wyh: b\n")
    (found,) = read.problems
    assert (found.line, found.column, found.card) == (15, 5, "three")
    assert "why" in found.hint.en
    assert ids(read)[-1] == "three"


def test_escapes_and_control_characters_are_told_and_do_no_harm(tmp_path: Path) -> None:
    read = deck(tmp_path, GOOD + '  - {id: x, ask: "\\e[31mred", answer: a}\n' + "  # \x1b[2J\n")
    assert read.cards[-1].ask.en == "red"
    assert codes(read) == ["control-character"]


@pytest.mark.parametrize(
    "bad",
    [
        '"\\e[2Jkey": x',
        'kind: "\\e[2J"',
        'id: "\\e[2J x"',
        'type: "\\e[2Jx"',
        '{"\\e[2J": 1, "\\e[2J": 2}: x',
        '"\\e[2J": *x',
        "? " + "k" * 900 + "\n    : x",
    ],
)
def test_a_problem_never_repeats_a_terminal_escape_or_a_flood(tmp_path: Path, bad: str) -> None:
    read = deck(tmp_path, f"cards:\n  - ask: what\n    answer: b\n    {bad}\n")
    assert read.problems
    for problem in read.problems:
        said = f"{problem.card}{problem.message.en}{problem.hint.ko}"
        assert said.isprintable()
        assert len(said) < 400


def test_an_id_twice_is_an_error_that_names_both_lines_and_the_first_card_stays(
    tmp_path: Path,
) -> None:
    read = deck(tmp_path, GOOD + "  - id: one\n    ask: again?\n    answer: b\n")
    assert [card.ask.en for card in read.cards if card.id == "one"] == ["One?"]
    (found,) = read.problems
    assert (found.code, found.line, found.card) == ("duplicate-id", 12, "one")
    assert "deck.yaml:5" in found.message.en
    assert "deck.yaml:12" in found.message.ko


@pytest.mark.parametrize("clash", ["two-c2", "two"])
def test_the_id_of_a_hole_and_of_its_note_are_taken_too(tmp_path: Path, clash: str) -> None:
    read = deck(tmp_path, GOOD + f"  - {{id: {clash}, ask: a, answer: b}}\n")
    assert codes(read) == ["duplicate-id"]


def test_cards_without_an_id_never_clash(tmp_path: Path) -> None:
    read = deck(tmp_path, "cards:\n- {ask: a, answer: b}\n- {ask: a, answer: b}\n")
    assert ids(read) == ["", ""]
    assert not read.problems


def test_an_id_in_two_decks_is_told_with_both_files(tmp_path: Path) -> None:
    taken = Ids()
    first, second = (load(write(tmp_path, GOOD, name)) for name in ("a.yaml", "b.yaml"))
    assert taken.add(first.cards, first.path) is None
    found = taken.add(second.cards[:1], second.path)
    assert found
    assert found.file == second.path
    assert "a.yaml:5" in found.message.en
    assert "b.yaml:5" in found.message.en


def test_a_card_is_made_again_from_what_the_index_keeps(tmp_path: Path) -> None:
    reader = DeckReader(write(tmp_path, GOOD))
    for entry in reader:
        kept = json.loads(json.dumps(entry.raw))
        again = card_of(kept, "deck", line=entry.line, weak=reader.weak, tags=reader.tags)
        assert again == entry.cards
        assert again


def test_making_a_card_again_takes_no_yaml_and_only_its_own_kind() -> None:
    program = (
        "import sys; from quiz.decks.deck import card_of;"
        "card, = card_of({'id': 'a', 'ask': '?', 'answer': 'b'}, 'd'); card.question(1);"
        "print([m for m in ('yaml', 'difflib', 'quiz.cards.cloze') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"


def test_a_form_is_told_what_is_wrong_with_its_card() -> None:
    assert [found.code for found in problems_of({"ask": "?"}, "d")] == ["missing-key"]
    assert problems_of({"ask": "?", "answer": "a"}, "d") == []


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: None, "cannot-open"),
        (lambda path: path.mkdir(), "not-a-file"),
        (lambda path: os.mkfifo(path), "not-a-file"),
        (lambda path: path.write_bytes(b""), "empty-file"),
        (lambda path: path.write_bytes(b"\x00" * 5000), "no-deck"),
    ],
)
def test_what_is_no_deck_is_one_problem(tmp_path: Path, make: object, code: str) -> None:
    path = tmp_path / "deck.yaml"
    assert callable(make)
    make(path)
    read = load(path)
    assert not read.cards
    assert codes(read)[0] == code
    assert read.problems[0].hint


def test_a_file_far_too_large_is_one_problem(tmp_path: Path) -> None:
    path = write(tmp_path, "cards:\n")
    os.truncate(path, MOST_BYTES + 1)
    assert codes(load(path)) == ["too-big"]


def test_of_very_many_problems_a_thousand_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    read = deck(tmp_path, "cards:\n" + "- x\n" * (MOST_PROBLEMS + 7) + "- {ask: a, answer: b}\n")
    assert len(read.cards) == 1
    assert len(read.problems) == MOST_PROBLEMS + 1
    assert "7" in read.problems[-1].message.en


def test_reading_a_long_deck_keeps_memory_flat(tmp_path: Path) -> None:
    def peak(cards: int) -> int:
        one = "- {{id: card-{0}, ask: {{ko: 질문 {0}, en: question {0}}}, answer: relu}}\n"
        path = write(tmp_path, "cards:\n" + "".join(one.format(n) for n in range(cards)))
        tracemalloc.start()
        try:
            assert sum(len(entry.cards) for entry in DeckReader(path)) == cards
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(10)
    assert peak(4000) < 2 * peak(400)


def test_the_decks_of_a_folder_are_its_yaml_files_but_the_weak_spots(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", "weak-spots.yaml", ".#a.yaml", "notes.txt"):
        write(tmp_path, GOOD, name)
    assert [deck_name(path) for path in deck_paths(tmp_path)] == ["a", "b"]


@given(st.binary() | SCRIBBLES.map(lambda text: (GOOD + text).encode("utf-8", "surrogatepass")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_in_a_file_it_is_a_deck_with_problems(tmp_path: Path, data: bytes) -> None:
    read = deck(tmp_path, data)
    assert read.cards or read.problems or not data or b"cards" in data
    for problem in read.problems:
        assert problem.message
        assert problem.hint
        assert problem.file == read.path
    for card in read.cards:
        assert card.question(1).ask


def test_the_projects_own_decks_have_nothing_wrong() -> None:
    paths = deck_paths(Path(__file__).parents[2] / "decks")
    assert paths
    for path in paths:
        read = load(path)
        assert read.cards
        assert not read.problems
