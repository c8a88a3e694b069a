"""The levels of a piece of code open one after another, each once the one before it holds."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.memory.levels import HOLDS
from quiz.memory.log import Log
from quiz.memory.queue import plan
from quiz.memory.review import Deed, Review
from tests.memory.world import World, contents, rebuilt

LEVELS = ["fit-token", "fit-line", "fit"]
CARD = {"id": "fit", "kind": "code", "ask": "Train.", "answer": '"m = M()\\nm.fit(X)"'}


def coded(world: World, **keys: str) -> World:
    """Write the deck of one piece of code, with a token to ask first unless `keys` say so."""
    world.deck("a", [{**CARD, "token": "fit", **keys}])
    world.store.refresh()
    return world


def planned(world: World, **wish: object) -> set[str]:
    entries = plan(world.store, rng=random.Random(1), **wish)  # type: ignore[arg-type]
    return {entry.card for entry in entries}


def learn(world: World, card: str) -> None:
    """Answer right whenever it is due, until the card holds."""
    while (state := world.store.state(card)) is None or state.stability < HOLDS:
        world.wait(days=max(state.due_day - world.today, 0) if state else 0)
        world.answer(card)


def test_at_first_only_the_token_is_new(world: World) -> None:
    coded(world)
    assert world.store.counts().new == 1
    assert planned(world) == planned(world, cram=True) == {"fit-token"}
    assert [world.store.is_locked(card) for card in LEVELS] == [False, True, True]


def test_each_level_opens_the_next_once_it_holds(world: World) -> None:
    coded(world)
    for number, card in enumerate(LEVELS, 1):
        assert set(LEVELS[:number]) >= planned(world, cram=True) >= {card}
        learn(world, card)
        world.wait(days=1)
    assert planned(world, cram=True) == set(LEVELS)


def test_an_undo_of_the_answer_that_opened_a_level_locks_it_again(world: World) -> None:
    coded(world)
    opening = world.answer("fit-token", 4)
    assert planned(world, cram=True) == {"fit-token", "fit-line"}
    world.undo(opening)
    assert planned(world, cram=True) == {"fit-token"}
    assert world.store.counts().new == 1


def test_a_level_once_begun_stays_when_the_one_before_is_forgotten(world: World) -> None:
    coded(world)
    learn(world, "fit-token")
    world.answer("fit-line")
    world.wait(days=30)
    world.answer("fit-token", 1)
    assert not world.store.is_locked("fit-line")
    assert "fit-line" in planned(world)


def test_code_without_a_token_is_open_at_once(world: World) -> None:
    coded(world)
    world.deck("a", [CARD])
    world.store.refresh()
    assert planned(world) == {"fit"}


def test_a_locked_card_can_be_put_away_and_comes_back_locked(world: World) -> None:
    coded(world)
    away = world.deed(Deed.SUSPEND, "fit-line")
    world.deed(Deed.BURY, "fit")
    world.wait(days=3)
    assert planned(world, cram=True) == {"fit-token"}
    world.undo(away)
    assert world.store.is_locked("fit-line")
    learn(world, "fit-token")
    world.wait(days=1)
    assert planned(world, new=5) >= {"fit-line"}


def test_a_log_that_arrives_before_or_after_the_deck_opens_the_same(world: World) -> None:
    for card in ("fit-token", "fit-line"):
        world.answer(card, 4)
    coded(world)
    assert planned(world, cram=True) == set(LEVELS)
    assert contents(world.store) == rebuilt(world)


def test_code_without_an_id_keeps_its_levels_when_it_gets_one(world: World) -> None:
    world.deck("a", [{**CARD, "token": "fit", "id": '""'}])
    world.store.refresh()
    (first,) = planned(world)
    world.answer(first, 4)
    assert world.store.id_of(first).endswith("-token")
    note = world.store.id_of(first).removesuffix("-token")
    assert planned(world, cram=True) == {f"{note}-token", f"{note}-line"}


def test_a_long_log_of_another_machine_opens_levels_too(world: World) -> None:
    coded(world)
    log = Log(world.places.home / "reviews", "other")
    for number in range(400):
        log.append(world.review(f"card-{number}", typed="from afar" * 10))
    log.append(world.review("fit-token", 4))
    log.close()
    world.store.refresh()
    assert planned(world, cram=True) == {"fit-token", "fit-line"}
    assert contents(world.store) == rebuilt(world)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(LEVELS),
        st.integers(1, 4) | st.just("undo") | st.sampled_from([Deed.SUSPEND, Deed.UNSUSPEND]),
        st.integers(0, 12),
    ),
    max_size=10,
)


@given(steps=STEPS)
@settings(max_examples=40, deadline=None)
def test_open_is_what_was_begun_and_what_follows_a_level_that_holds(
    steps: list[tuple[str, int | str | Deed, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = coded(World(Path(folder)))
        answers: dict[str, list[Review]] = {card: [] for card in LEVELS}
        for card, what, days in steps:
            world.wait(days=days)
            if isinstance(what, Deed):
                world.deed(what, card)
            elif isinstance(what, int):
                answers[card].append(world.answer(card, what))
            elif answers[card]:
                world.undo(answers[card].pop())
            _check(world)
        assert contents(world.store) == rebuilt(world)
        world.store.close()


def _check(world: World) -> None:
    states = [world.store.state(card) for card in LEVELS]
    away = {found.id for found in world.store.suspended()}
    open_ = {
        card
        for i, card in enumerate(LEVELS)
        if i == 0 or states[i] or ((before := states[i - 1]) and before.stability >= HOLDS)
    }
    assert planned(world, cram=True) == open_ - away
    assert {card for card in LEVELS if world.store.is_locked(card)} == set(LEVELS) - open_ - away
    new = {card for card, state in zip(LEVELS, states, strict=True) if state is None}
    assert world.store.db.execute("select sum(new) from sets").fetchone() == (
        len((open_ & new) - away),
    )


@pytest.mark.parametrize("many", [1, 60])
def test_levels_of_many_cards_lie_in_several_batches_of_a_deck(world: World, many: int) -> None:
    world.deck("a", [{**CARD, "token": "fit", "id": f"c{number}"} for number in range(many)])
    world.store.refresh()
    assert world.store.counts().decks["a"].new == min(many, 20)
    assert len(planned(world, cram=True)) == many
    assert contents(world.store) == rebuilt(world)
