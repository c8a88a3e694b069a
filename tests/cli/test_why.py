"""`quiz why`: an error pasted, piped or in a file is explained, and can become a card."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Shell

RESHAPE = "ValueError: cannot reshape array of size 300000 into shape (1000,10,3)"
LOSS = "ValueError: Could not interpret loss identifier: binary_crosentropy"


def test_an_error_from_a_pipe_is_explained_with_its_numbers(quiz: Shell) -> None:
    done = quiz("why", stdin=f"Traceback (most recent call last):\n  File 'a.py'\n{RESHAPE}\n")
    assert done.code == 0
    assert done.out.startswith(RESHAPE)
    assert "1000·10·3 = 30000" in done.out
    assert "reshape(-1, 10, 3)" in done.out
    assert "shape-errors" in done.out


def test_it_speaks_korean(quiz: Shell) -> None:
    out = quiz("--lang", "ko", "why", stdin=RESHAPE).out
    assert "왜: 원소 300000개를" in out
    assert "고치기: " in out
    assert "약점: " in out


def test_a_file_is_read_whatever_its_encoding(quiz: Shell, tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp949"):
        file = tmp_path / f"오류-{encoding}.txt"
        file.write_bytes(f"학습을 시작합니다\n{RESHAPE}\n".encode(encoding))
        assert quiz("why", str(file)).out.startswith(RESHAPE)


def test_cards_of_the_weak_spot_that_hold_the_names_are_listed(quiz: Shell) -> None:
    quiz.deck.write_text(
        "title: T\nweak: [loss-spelling]\ncards:\n"
        "  - {id: two, ask: For two classes?, answer: binary_crossentropy}\n"
        "  - {id: other, ask: Which activation?, answer: sigmoid}\n",
        "utf-8",
    )
    done = quiz("why", stdin=LOSS)
    assert "Loss spelling" in done.out
    assert "quiz study --weak loss-spelling" in done.out
    assert "two" in done.out
    report = quiz("why", "--json", stdin=LOSS).json()
    assert [card["card"] for card in report["cards"]] == ["two"]
    assert report["values"]["real"] == "binary_crossentropy"


def test_an_error_becomes_a_card_of_a_deck_of_its_own(quiz: Shell) -> None:
    assert "quiz why --add-card FILE" in quiz("why", stdin=LOSS).out
    assert not (quiz.decks / "my-errors.yaml").exists()
    assert "Added" in quiz("why", "--add-card", stdin=LOSS).out
    (card,) = quiz("search", "binary_crosentropy", "--json").json()
    assert card["deck"] == "my-errors"
    shown = quiz("show", card["card"], "--json").json()
    assert shown["weak"] == ["loss-spelling"]
    assert LOSS in shown["ask"]["ko"]
    assert "binary_crossentropy" in shown["answer"]["en"]
    assert quiz("check", str(quiz.decks / "my-errors.yaml")).code == 0


def test_what_is_not_known_is_said_honestly(quiz: Shell) -> None:
    done = quiz("why", stdin="fatal: not a git repository\n")
    assert done.code == 1
    assert "not known" in done.out
    assert quiz("why", "--json", stdin="fatal: not a git repository\n").json()["family"] is None


def test_it_works_without_a_home_folder(quiz: Shell) -> None:
    quiz.set("QUIZ_HOME", str(quiz.deck / "inside-a-file"))
    done = quiz("why", stdin=LOSS)
    assert done.code == 0
    assert done.err == ""
    assert "loss-spelling" in done.out


@pytest.mark.parametrize("arguments", [["why"], ["why", "/no/such/file"], ["why", "--nonsense"]])
def test_nothing_to_explain_is_told_with_a_remedy(quiz: Shell, arguments: list[str]) -> None:
    done = quiz(*arguments, stdin=" \n")
    assert done.code == 2
    assert done.err.startswith("quiz: ")
    assert "→" in done.err


def test_a_closed_stdin_is_nothing_to_explain(quiz: Shell) -> None:
    assert quiz("why", stdin=None).code == 2


def test_the_clipboard_is_asked_or_it_is_said_what_is_missing(quiz: Shell, tmp_path: Path) -> None:
    quiz.set("PATH", str(tmp_path))
    done = quiz("why", "--clipboard")
    assert done.code == 2
    assert "clipboard" in done.err
    program = tmp_path / "xclip"
    program.write_text(f"#!{sys.executable}\nprint({RESHAPE!r})\n", "utf-8")
    os.chmod(program, 0o755)
    assert quiz("why", "--clipboard").out.startswith(RESHAPE)


def test_lines_of_json_are_answered_one_by_one(quiz: Shell) -> None:
    asked = [
        {"message": RESHAPE},
        {"message": "hello there"},
        {"message": None, "code": 'Sequential([Dense(1, activation="softmax")])'},
        {"message": "x", "code": None},
    ]
    done = quiz("why", "--jsonl", stdin="".join(json.dumps(line) + "\n" for line in asked))
    known, unknown, trap, plain = map(json.loads, done.out.splitlines())
    assert done.code == 0
    assert set(known) == {"family", "weak", "cause", "fix"}
    assert known["weak"] == "shape-errors"
    assert set(known["cause"]) == set(known["fix"]) == {"ko", "en"}
    assert (unknown["family"], unknown["weak"]) == (None, None)
    assert unknown["cause"]["ko"] != unknown["cause"]["en"]
    assert trap["family"] == "trap-softmax-one-unit"
    assert plain["family"] is None


def test_a_line_that_makes_no_sense_is_told_and_the_others_are_answered(quiz: Shell) -> None:
    bad = ["nonsense", "[]", "{}", '{"message": 3}', '{"code": 3, "message": ""}', "3", "null"]
    done = quiz("why", "--jsonl", stdin="\n".join([*bad, "", json.dumps({"message": LOSS})]))
    *wrong, right = map(json.loads, done.out.splitlines())
    assert done.code == 1
    assert len(wrong) == len(bad)
    assert all(line["family"] is None and line["error"] for line in wrong)
    assert right["family"] == "loss-name"
    assert "Traceback" not in done.err
