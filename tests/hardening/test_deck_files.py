"""Whatever lies in the decks folder, its other decks are asked and nothing hangs."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Done, Shell
from tests.tui.desk import Desk, sit

CARDS = 5
"""Cards of the deck beside the bad one."""


def pipe(path: Path) -> None:
    os.mkfifo(path)


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def holding(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def nested(path: Path) -> None:
    path.write_text("cards: " + "[" * 100_000, "utf-8")


def aliases(path: Path) -> None:
    """Written out, a thousand million values."""
    lists = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9))
    path.write_text(f"a0: &a0 [1, 2]\n{lists}cards: *a8\n", "utf-8")


def many_aliases(path: Path) -> None:
    path.write_text("title: &t x\ncards:\n" + "  - {ask: *t, answer: b}\n" * 150_000, "utf-8")


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "a directory": (Path.mkdir, "This is not a file"),
    "a named pipe": (pipe, "This is not a file"),
    "a link to itself": (loop, "symbolic links"),
    "a link to nothing": (dangling, "No such file"),
    "empty": (holding(b""), "The file is empty"),
    "blank": (holding(b"\n \n"), "The file is empty"),
    "a picture": (holding(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "UTF-8"),
    "UTF-16": (holding("cards: []".encode("utf-16")), "UTF-8"),
    "NUL bytes": (holding(b"\0" * 10_000), "control character"),
    "a tab": (holding(b"cards:\n\t- ask: x\n"), "There is a tab here"),
    "a bracket left open": (holding(b"cards: [{ask: x}\n"), "never closed"),
    "a quote left open": (holding(b'cards:\n  - ask: "x\n'), "never closed"),
    "a list": (holding(b"- ask: x\n"), "This is not a deck"),
    "one word": (holding(b"hello"), "This is not a deck"),
    "several documents": (holding(b"cards: []\n---\ncards: []\n"), "second document"),
    "a key twice": (holding(b"title: a\ntitle: b\ncards: []\n"), "stands twice"),
    "an unknown key": (holding(b"crads: []\n"), "Did you mean"),
    "cards that are a text": (holding(b"cards: many\n"), "no list of cards"),
    "a card that is a number": (holding(b"cards: [1]\n"), ""),
    "an answer missing": (holding(b"cards:\n  - ask: What?\n"), "answer"),
    "a list for a text": (holding(b"cards:\n  - {ask: [1], answer: 2}\n"), ""),
    "an unknown kind": (holding(b"cards:\n  - {kind: typd, ask: a, answer: b}\n"), "typed"),
    "a python tag": (
        holding(b"cards:\n  - {ask: !!python/object/apply:os.abort [], answer: b}\n"),
        "!!python",
    ),
    "nested without end": (nested, "too deeply"),
    "aliases of aliases": (aliases, "repeat more"),
    "far too many aliases": (many_aliases, "repeat more"),
}


def problems(quiz: Shell, name: str) -> list[str]:
    report = quiz("check", "--json").json()["problems"]
    return [f"{p['message']} {p['hint']}" for p in report if p["file"].endswith(name)]


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_told_with_its_place_and_the_others_work(quiz: Shell, what: str) -> None:
    make, told = BAD[what]
    make(quiz.decks / "bad.yaml")
    assert quiz("due", "--json").json()["decks"]["practice"]["new"] == CARDS
    done = quiz("check")
    assert (done.code, done.err) == (1, "")
    assert f"{quiz.decks / 'bad.yaml'}" in done.out
    assert any(told in problem for problem in problems(quiz, "bad.yaml"))
    assert "binary_crossentropy" in quiz("show", "loss-two").out


@pytest.mark.parametrize("what", ["a named pipe", "a tab", "aliases of aliases", "UTF-16"])
async def test_home_shows_the_other_decks_and_that_there_are_problems(
    desk: Desk, what: str
) -> None:
    BAD[what][0](desk.places.decks / "bad.yaml")
    desk.store.refresh()
    async with sit(desk.app()) as learner:
        assert learner.row("Practice")
        assert "quiz check" in learner.row("problem")


def test_mending_goes_on_behind_a_file_that_cannot_be_mended(quiz: Shell) -> None:
    (quiz.decks / "a.yaml").mkdir()
    (quiz.decks / "z.yaml").write_text("cards:\n  - {ask: What?, answer: b}\n", "utf-8")
    done = quiz("check", "--fix")
    assert done.code == 1
    assert "a.yaml" in done.err
    assert "1 id given." in done.out
    assert "id:" in (quiz.decks / "z.yaml").read_text("utf-8")


def test_a_name_that_is_no_text_is_told_and_the_others_work(quiz: Shell) -> None:
    name = os.fsdecode(b"bad\xff.yaml")
    (quiz.decks / name).write_text("cards:\n  - {ask: What?, answer: b}\n", "utf-8")
    assert quiz("due", "--json").json()["new"] == CARDS
    assert "name is not in UTF-8" in quiz("check").out
    assert "name-not-utf8" in quiz("check", "--json").out


def test_an_id_that_two_decks_give_is_told_with_both_places(quiz: Shell) -> None:
    (quiz.decks / "z.yaml").write_text("cards:\n  - {id: think, ask: a, answer: b}\n")
    assert quiz("due", "--json").json()["decks"]["practice"]["new"] == CARDS
    assert "practice.yaml:14 and z.yaml:2" in "".join(problems(quiz, "z.yaml"))
    assert "There is no order" in quiz("show", "think").out


def test_ten_thousand_equal_cards_without_ids_do_not_hang(quiz: Shell) -> None:
    (quiz.decks / "many.yaml").write_text("cards:\n" + "  - {ask: a, answer: b}\n" * 10_000)
    assert quiz("due", "--json").json()["decks"]["many"]["total"] == 10_000


def test_one_very_long_line_is_a_card_like_any_other(quiz: Shell) -> None:
    text = "x" * 2_000_000
    (quiz.decks / "long.yaml").write_text(f"cards:\n  - {{id: long, ask: {text}, answer: b}}\n")
    assert "b" in quiz("show", "long").out
    assert quiz("mark", "long", "b").out.startswith("✓")


def test_a_file_that_may_not_be_read_is_told(quiz: Shell) -> None:
    path = quiz.decks / "secret.yaml"
    path.write_text("cards: []\n")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert any("may read it" in problem for problem in problems(quiz, "secret.yaml"))


@pytest.mark.parametrize(
    "name", ["x" * 300, "가" * 100, "a\nb", "a\x1b[31mb", " ", "_x", ".x", "weak-spots"]
)
def test_a_new_deck_has_a_name_that_a_file_can_have(quiz: Shell, name: str) -> None:
    before = sorted(quiz.decks.iterdir())
    done: Done = quiz("add", name, "--ask", "What?", "--answer", "b")
    assert done.code == 2
    assert "→" in done.err
    assert "\x1b" not in done.err
    assert sorted(quiz.decks.iterdir()) == before


def test_a_deck_with_the_longest_name_is_studied_like_any_other(quiz: Shell) -> None:
    name = "가" * 80
    (quiz.decks / f"{name}.yaml").write_text("cards:\n  - {id: a, ask: What?, answer: b}\n")
    assert quiz("study", "--plain", "--deck", name, stdin="b\n").out.endswith("1 of 1 right.\n")
    assert name in quiz("due", "--json").json()["decks"]
