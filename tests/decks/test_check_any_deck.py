"""Whatever stands in a deck, `quiz check` comes to its end and says something of use."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.decks.check import check
from tests.decks.rule_cards import CHOICE, CLOZE, END, LIST, ORDER, TYPED, WHY

WHOLE = "title: t\ncards:\n" + "".join(
    f"  - id: c{n}\n{card}{WHY}{END}" for n, card in enumerate([TYPED, CHOICE, ORDER, LIST, CLOZE])
)
PIECES = ["&a ", "*a", " # b", "#", "|\n", "- ", "[", "]", "{", "}", ":", ": ", "\n", " ", "'", '"']
PLACES = st.integers(0, len(WHOLE))


def test_a_text_that_repeats_another_by_its_name_is_checked(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text(
        "cards:\n  - {id: a, ask: &q what # is\n    , answer: b}\n  - {id: b, ask: *q, answer: c}\n"
    )
    codes = [(problem.card, problem.code) for problem in check([tmp_path]).problems]
    assert codes.count(("a", "cut-off")) == 1
    assert ("b", "cut-off") not in codes


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(PLACES, st.integers(0, 20), st.sampled_from(PIECES)), max_size=4))
def test_a_damaged_deck_is_checked_to_its_end(damages: list[tuple[int, int, str]]) -> None:
    text = WHOLE
    for at, gone, piece in damages:
        text = text[:at] + piece + text[at + gone :]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "deck.yaml").write_text(text)
        report = check([Path(folder)])
    assert all(p.message.ko and p.message.en and p.hint and p.code for p in report.problems)
    assert report.cards or report.problems
