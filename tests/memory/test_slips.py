"""The learner's own slips: counted by pattern, and gone once they were avoided often enough."""

from __future__ import annotations

from typing import Any

import pytest

from quiz.marking.judge import judge
from quiz.memory.review import Review
from quiz.memory.slips import AVOIDED, Slip, slips_of
from tests.memory.world import World, contents, rebuilt

NAMES = {"robust": "RobustScaler", "standard": "StandardScaler", "hot": "OneHotEncoder"}
LOSSES = {
    "dense": "categorical_crossentropy",
    "sparse": "sparse_categorical_crossentropy",
}


@pytest.fixture
def learner(world: World) -> World:
    cards = [{"id": id, "ask": f"{id}?", "answer": name} for id, name in (NAMES | LOSSES).items()]
    world.deck("names", cards)
    world.store.refresh()
    return world


def write(world: World, card: str, typed: str, *, days: int = 1) -> Review:
    """Answer `card` with `typed` some days later, as a session would write it."""
    right = (NAMES | LOSSES)[card]
    mark = judge([right], typed, "names", world.store.names)
    world.wait(days=days)
    fine = typed == right
    more: dict[str, Any] = {"verdict": str(mark.verdict), "mistake": mark.mistake, "typed": typed}
    return world.answer(card, 3 if fine else 1, **more)


def found(world: World) -> dict[str, Slip]:
    from quiz.marking.patterns import said

    return {said(slip.pattern).en: slip for slip in slips_of(world.store)}


def test_a_slip_is_counted_among_the_answers_that_gave_occasion_for_it(learner: World) -> None:
    write(learner, "robust", "RobustScalar")
    write(learner, "standard", "StandardScaler")
    write(learner, "hot", "OneHotEncodar")
    write(learner, "dense", "categorical_crossentropy")
    slip = found(learner)["-ar for -er"]
    assert (slip.made, slip.occasions, slip.cards, slip.others) == (
        2,
        3,
        ("hot", "robust"),
        ("standard",),
    )
    assert not slip.gone


def test_two_names_taken_for_each_other_are_one_confusion(learner: World) -> None:
    write(learner, "dense", LOSSES["sparse"])
    write(learner, "sparse", LOSSES["dense"])
    (slip,) = found(learner).values()
    assert (slip.made, slip.occasions) == (2, 2)
    assert {slip.pattern.given, slip.pattern.expected} == set(LOSSES.values())


def test_it_is_gone_once_it_was_avoided_often_enough(learner: World) -> None:
    write(learner, "robust", "RobustScalar")
    for _time in range(AVOIDED):
        assert not found(learner)["-ar for -er"].gone
        write(learner, "robust", "RobustScaler")
    assert found(learner)["-ar for -er"].gone
    write(learner, "standard", "StandardScalar")
    assert not found(learner)["-ar for -er"].gone


def test_it_is_not_gone_while_a_card_it_was_made_on_was_not_right_since(learner: World) -> None:
    write(learner, "robust", "RobustScalar")
    for _time in range(AVOIDED):
        write(learner, "standard", "StandardScaler")
    assert not found(learner)["-ar for -er"].gone
    write(learner, "robust", "RobustScaler")
    assert found(learner)["-ar for -er"].gone


def test_to_copy_what_was_just_shown_is_no_proof(learner: World) -> None:
    for _time in range(AVOIDED + 1):
        write(learner, "robust", "RobustScalar")
        write(learner, "robust", "RobustScaler", days=0)
    write(learner, "robust", "RobustScaler", days=0)
    assert found(learner)["-ar for -er"].avoided == 0


def test_a_wrong_answer_of_another_sort_proves_nothing(learner: World) -> None:
    write(learner, "robust", "RobustScalar")
    for _time in range(AVOIDED + 2):
        write(learner, "robust", "no idea")
    slip = found(learner)["-ar for -er"]
    assert (slip.avoided, slip.gone) == (0, False)


def test_what_was_undone_or_overruled_is_no_slip(learner: World) -> None:
    undone = write(learner, "robust", "RobustScalar")
    learner.undo(undone)
    assert found(learner) == {}
    said = write(learner, "hot", "OneHotEncodar")
    learner.answer("hot", 3, verdict="right", overruled=True, undoes=said.id)
    assert found(learner) == {}


def test_a_drill_neither_makes_nor_mends_a_pattern(learner: World) -> None:
    slip = write(learner, "robust", "RobustScalar")
    assert slip.mistake
    for _time in range(AVOIDED):
        learner.answer("robust~letters~RobustScal?r", 3, scheduled=False)
    drill = {"scheduled": False, "verdict": "slip", "mistake": slip.mistake}
    learner.answer("robust~letters~RobustScal?r", 1, **drill)
    again = found(learner)["-ar for -er"]
    assert (again.made, again.occasions, again.gone) == (1, 1, False)


def test_an_index_made_anew_says_the_same(learner: World) -> None:
    for typed in ("RobustScalar", "RobustScaler", "MinMaxScaler", "RobbustScalar"):
        write(learner, "robust", typed)
    learner.undo(write(learner, "hot", "OneHotEncodar"))
    before = found(learner)
    assert contents(learner.store) == rebuilt(learner)
    assert found(learner) == before
