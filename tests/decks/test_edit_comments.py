"""A comment below a text stays a comment: a `|` text would take in one indented more deeply."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.decks.edit import accept, add_card, remove_card, replace_card
from quiz.errors import DeckError

LINES = "one\ntwo\n"
EDITS: dict[str, tuple[str, str, Callable[[Path], object]]] = {
    "a changed text": (
        "cards:\n- id: a\n  ask: x\n      # end\n",
        'cards:\n- id: a\n  ask: "one\\ntwo\\n"\n      # end\n',
        lambda path: replace_card(path, "a", {"ask": LINES}),
    ),
    "a new text": (
        "cards:\n- id: a\n  ask: x\n\n      # end\n- {id: b}\n",
        'cards:\n- id: a\n  ask: x\n  why: "one\\ntwo\\n"\n\n      # end\n- {id: b}\n',
        lambda path: replace_card(path, "a", {"ask": "x", "why": LINES}),
    ),
    "an accepted answer": (
        "cards:\n- id: a\n  answer: x\n      # end\n",
        'cards:\n- id: a\n  answer: x\n  accept:\n    - "one\\ntwo\\n"\n      # end\n',
        lambda path: accept(path, "a", LINES),
    ),
    "a new card": (
        "cards:\n- id: a\n  ask: x\n\n      # end\n",
        'cards:\n- id: a\n  ask: x\n- id: b\n  ask: "one\\ntwo\\n"\n\n      # end\n',
        lambda path: add_card(path, {"id": "b", "ask": LINES}),
    ),
}


@pytest.mark.parametrize("what", EDITS)
def test_a_text_above_a_deeply_indented_comment_is_quoted(tmp_path: Path, what: str) -> None:
    before, after, edit = EDITS[what]
    path = tmp_path / "deck.yaml"
    path.write_text(before)
    edit(path)
    assert path.read_text() == after


def test_a_card_stays_if_without_it_a_comment_were_in_the_text_above(tmp_path: Path) -> None:
    deck = "cards:\n- id: a\n  ask: |\n    x\n- {id: b}\n\n      # of c\n- {id: c}\n"
    path = tmp_path / "deck.yaml"
    path.write_text(deck)
    with pytest.raises(DeckError, match="safely"):
        remove_card(path, "b")
    assert path.read_text() == deck
