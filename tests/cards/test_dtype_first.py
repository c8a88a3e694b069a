"""A card says of its data's dtype what is asked first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.cards.drills.dtype import asked_first
from quiz.cards.dtype_first import DtypeFirst
from quiz.cards.kinds import kinds
from quiz.marking.mark import Verdict
from tests.cards.making import NAMES, card, cards, problems

FULL = {"of": "x", "is": "uint8", "must": "float32", "mend": "x = x.astype('float32')"}


def test_every_kind_may_say_it() -> None:
    assert all("dtype_first" in kind.keys for kind in kinds().values())


def test_all_holes_of_a_cloze_show_the_same_data() -> None:
    made = cards(kind="cloze", text="{{c1::a}} and {{c2::b}}", dtype_first=FULL)
    assert {one.dtype_first for one in made} == {
        DtypeFirst("x", "uint8", "float32", ("x = x.astype('float32')",))
    }


def test_only_what_it_is_has_to_be_said() -> None:
    made = card(ask="?", answer="1", dtype_first={"is": "int64"})
    assert made.dtype_first == DtypeFirst("X", "int64", "", ())


def test_what_is_wrong_with_it_is_told_and_the_card_is_not_made() -> None:
    (found,) = problems(kind="typed", ask="?", answer="1", dtype_first={"must": "float32"})
    assert (found.code, found.message.en) == ("missing-key", "is is missing")
    (found,) = problems(kind="typed", ask="?", answer="1", dtype_first="uint8")
    assert found.code == "wrong-type"


@given(st.integers(0, 2**32))
def test_each_part_is_asked_above_the_card_s_own_question(seed: int) -> None:
    question = asked_first(card(ask="Shape?", answer="1", dtype_first=FULL), seed)
    assert question is not None
    assert "x.dtype" in question.ask.en
    assert question.ask.en.endswith("\n\nThen: Shape?")
    right = question.card.mark(question, str(question.card.solution()), NAMES)
    assert right.verdict is Verdict.RIGHT
    assert {"uint8", "float32"} <= {*str(question.card.why).replace("\n", " ").split()}


def test_a_card_that_shows_no_data_has_no_such_question() -> None:
    assert asked_first(card(ask="?", answer="1"), 0) is None
