"""Who will not wait gets a part of the decks, can work with it, and gets the rest bit by bit."""

from __future__ import annotations

import os

import pytest

from quiz.memory.store import Store
from tests.memory.world import World, contents, rebuilt


def hurried(world: World) -> Store:
    """Return a store that was opened without any patience; the world's own is closed."""
    world.store.close()
    world.store = Store.open(world.places, world.settings, world.clock, patience=0)
    return world.store


def finish(store: Store) -> int:
    """Take in the rest; return how many steps that took."""
    steps = 0
    while not store.is_complete:
        store.refresh(patience=0)
        steps += 1
    return steps


@pytest.fixture
def big(world: World) -> World:
    world.plain_deck("big", *(f"big-{number:04}" for number in range(1500)), weak="spot")
    world.plain_deck("small", "small")
    return world


def test_the_first_cards_of_a_big_deck_can_be_asked_while_it_is_read(big: World) -> None:
    store = hurried(big)
    assert not store.is_complete
    assert 0 < store.share_read < 1
    assert store.card("big-0000").deck == "big"
    assert store.counts().new == 20
    deck = store.counts().decks["big"]
    assert (str(deck.title), 0 < deck.total < 1500) == ("Big", True)
    big.answer("big-0000", 1)
    assert store.counts().due == 1
    assert finish(store) > 3
    assert store.share_read == 1
    assert store.counts().decks["big"].total == 1500
    assert contents(store) == rebuilt(big)


def test_progress_within_a_big_deck_is_told(big: World) -> None:
    told: list[tuple[int, int]] = []
    big.store.refresh(lambda done, total: told.append((done, total)))
    assert len(told) > 4
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_remembered_cards_are_due_as_soon_as_their_part_is_in(big: World) -> None:
    big.store.refresh()
    for number in (0, 1, 1499):
        big.answer(f"big-{number:04}", 1)
    big.index.unlink()
    store = hurried(big)
    assert store.counts().due == 2
    finish(store)
    assert store.counts().due == 3
    assert contents(store) == rebuilt(big)


def test_an_edit_is_in_at_once_while_the_rest_still_waits(big: World) -> None:
    store = hurried(big)
    path = big.places.decks / "big.yaml"
    path.write_text(path.read_text() + "  - {id: late, ask: Late?, answer: yes}\n")
    store.edited(path)
    assert store.card("late").id == "late"
    assert not store.is_complete
    store.accept("big-0001", "something else")
    assert store.counts().decks["big"].total == 1501
    finish(store)
    assert contents(store) == rebuilt(big)


def test_a_reading_that_was_cut_short_begins_anew_at_the_next_start(big: World) -> None:
    hurried(big)
    big.reopen()
    assert big.store.is_complete
    assert contents(big.store) == rebuilt(big)


def test_a_deck_that_changes_while_it_is_read_is_read_again(big: World) -> None:
    store = hurried(big)
    big.plain_deck("big", "one", "two")
    finish(store)
    assert store.counts().decks["big"].total == 2
    assert contents(store) == rebuilt(big)


def test_a_deck_that_goes_while_it_is_read_is_gone(big: World) -> None:
    store = hurried(big)
    (big.places.decks / "big.yaml").unlink()
    finish(store)
    assert [deck.name for deck in store.decks()] == ["small"]
    assert contents(store) == rebuilt(big)


def test_of_two_hurried_terminals_one_reads_and_both_see_it(big: World) -> None:
    store = hurried(big)
    other = Store.open(big.places, big.settings, big.clock, patience=0)
    before = other.counts().decks["big"].total
    assert not other.refresh(patience=0)
    assert not other.is_complete
    store.refresh(patience=0)
    assert other.counts().decks["big"].total > before
    finish(store)
    finish(other)
    assert contents(other) == contents(store)
    other.close()


def test_when_the_reading_terminal_closes_another_goes_on(big: World) -> None:
    other = Store.open(big.places, big.settings, big.clock, patience=0)
    store = hurried(big)
    other.close()
    finish(store)
    assert contents(store) == rebuilt(big)


def test_a_patient_terminal_does_not_wait_for_a_hurried_one(big: World) -> None:
    store = hurried(big)
    patient = big.open()
    assert patient.is_complete
    finish(store)
    assert contents(store) == contents(patient)
    patient.close()


def test_problems_of_a_big_deck_are_found_bit_by_bit_too(big: World) -> None:
    path = big.places.decks / "big.yaml"
    path.write_text(path.read_text() + "  - {id: bad, ask: No answer}\n")
    store = hurried(big)
    assert finish(store) > 10
    [problem] = store.problems()
    assert (problem.card, problem.line) == ("bad", len(path.read_text().splitlines()))
    assert contents(store) == rebuilt(big)


def test_ids_in_two_decks_are_settled_when_all_is_read(big: World) -> None:
    big.plain_deck("also", "big-0001", "big-1400", "own")
    store = hurried(big)
    finish(store)
    assert [store.card(id).deck for id in ("big-0001", "big-1400")] == ["also", "also"]
    os.unlink(big.places.decks / "also.yaml")
    store.refresh(patience=0)
    finish(store)
    assert store.card("big-1400").deck == "big"
    assert contents(store) == rebuilt(big)
