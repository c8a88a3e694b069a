"""Mastery of a weak spot: how likely its cards are recalled today, unseen ones as zero."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.memory.fsrs import retrievability
from tests.memory.world import World

SPOTS = "weak-spots:\n" + "".join(
    f"  - {{id: {spot}, name: {spot}, sentence: hm}}\n" for spot in ("shapes", "names", "empty")
)


@pytest.fixture
def spots(world: World) -> World:
    (world.places.decks / "weak-spots.yaml").write_text(SPOTS)
    world.plain_deck("a", "one", "two", weak="shapes")
    world.plain_deck("b", "three", "four", weak="shapes, names")
    world.plain_deck("c", "five", weak="undeclared")
    world.store.refresh()
    return world


def test_nothing_seen_is_nothing_known(spots: World) -> None:
    mastery = spots.store.mastery()
    assert list(mastery) == ["shapes", "names", "empty"]
    assert {name: (m.recall, m.cards, m.seen) for name, m in mastery.items()} == {
        "shapes": (0, 4, 0),
        "names": (0, 2, 0),
        "empty": (0, 0, 0),
    }


def test_an_answer_moves_it_at_once_and_forgetting_day_by_day(spots: World) -> None:
    spots.answer("three")
    assert spots.store.mastery()["shapes"].recall == pytest.approx(1 / 4)
    assert spots.store.mastery()["names"].recall == pytest.approx(1 / 2)
    state = spots.store.state("three")
    assert state
    spots.wait(days=5)
    expected = retrievability(5, state.stability)
    assert spots.store.mastery()["names"].recall == pytest.approx(expected / 2)
    assert spots.store.recall("three") == pytest.approx(expected)


def test_a_card_missed_and_not_yet_right_is_not_known(spots: World) -> None:
    spots.answer("three")
    missed = spots.answer("three", 1)
    assert spots.store.mastery()["names"].recall == 0
    spots.undo(missed)
    assert spots.store.mastery()["names"].recall == pytest.approx(1 / 2)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["one", "two", "three", "four"]), st.integers(1, 4), st.integers(0, 9)
        ),
        max_size=8,
    )
)
def test_it_is_the_mean_over_the_cards(spots: World, answers: list[tuple[str, int, int]]) -> None:
    for card, rating, days in answers:
        spots.answer(card, rating)
        spots.wait(days=days)
    recalls = [spots.store.recall(card) or 0 for card in ("one", "two", "three", "four")]
    assert spots.store.mastery()["shapes"].recall == pytest.approx(sum(recalls) / 4)
