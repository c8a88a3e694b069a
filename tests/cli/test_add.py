"""Adding a card from the command line."""

from __future__ import annotations

from tests.cli.conftest import Shell


def test_an_added_card_is_asked_the_same_day(quiz: Shell) -> None:
    before = quiz.deck.read_bytes()
    done = quiz(
        "add", "practice", "--ask-ko", "파이썬 3 이후는?", "--ask-en", "After Python 3?",
        "--answer", "3.10", "--weak", "loss-spelling",
    )  # fmt: skip
    assert done.code == 0
    assert quiz.deck.read_bytes().startswith(before)
    card = done.out.split()[1]
    shown = quiz("show", card, "--json").json()
    assert shown["ask"] == {"ko": "파이썬 3 이후는?", "en": "After Python 3?"}
    assert (shown["answer"]["en"], shown["weak"]) == ("3.10", ["loss-spelling"])
    assert quiz("due", "--json").json()["new"] == 6


def test_a_card_can_begin_a_new_deck(quiz: Shell) -> None:
    assert quiz("add", "fresh", "--ask", "Q?", "--answer", "A").code == 0
    assert quiz("due", "--json").json()["decks"]["fresh"]["new"] == 1


def test_each_kind_takes_its_own_options(quiz: Shell) -> None:
    assert quiz(
        "add", "practice", "--kind", "choice", "--ask", "Which?", "--answer", "yes",
        "--wrong", "no", "--wrong", "maybe",
    ).code == 0  # fmt: skip
    assert quiz(
        "add", "practice", "--kind", "cloze", "--text", "fit on {{c1::train}}, not {{c2::test}}"
    ).code == 0  # fmt: skip
    assert quiz(
        "add", "practice", "--kind", "order", "--ask", "Order?", "--steps", "a", "--steps", "b"
    ).code == 0  # fmt: skip
    assert quiz("check", "--json").json()["cards"] == 9
    assert quiz("check").code == 0
