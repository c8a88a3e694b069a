"""A session's plan: what is asked, how much of it, and in what order."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest

from quiz.memory.arrange import near
from quiz.memory.queue import Entry, plan
from quiz.memory.review import Deed
from tests.memory.world import World


def planned(world: World, seed: int = 1, **wish: object) -> list[Entry]:
    return plan(world.store, rng=random.Random(seed), **wish)  # type: ignore[arg-type]


def ids(entries: list[Entry]) -> list[str]:
    return [entry.card for entry in entries]


def due_cards(world: World, *cards: str) -> None:
    """Have these cards answered, and let so many days pass that all are due."""
    for card in cards:
        world.answer(card)
    world.wait(days=60)


def cards(count: int, prefix: str = "card") -> tuple[str, ...]:
    return tuple(f"{prefix}-{number:03}" for number in range(count))


def test_without_cards_there_is_nothing_to_plan(world: World) -> None:
    assert planned(world) == []


def test_new_cards_come_in_the_order_of_their_deck(world: World) -> None:
    world.plain_deck("a", *cards(30))
    world.store.refresh()
    assert ids(planned(world)) == list(cards(20))
    assert all(entry.new for entry in planned(world))


def test_decks_take_turns_with_their_new_cards(world: World) -> None:
    world.plain_deck("a", *cards(30, "a"))
    world.plain_deck("b", *cards(30, "b"))
    world.store.refresh()
    decks = [entry.deck for entry in planned(world)]
    assert all(one != other for one, other in pairwise(decks))


def test_equal_seeds_give_equal_plans(world: World) -> None:
    world.plain_deck("a", *cards(30))
    world.store.refresh()
    due_cards(world, *cards(20))
    assert planned(world) == planned(world)
    assert ids(planned(world, 1)) != ids(planned(world, 2))


def test_what_is_due_and_what_is_new_is_mixed_evenly(world: World) -> None:
    world.plain_deck("a", *cards(60))
    world.store.refresh()
    due_cards(world, *cards(40))
    entries = planned(world)
    assert len(entries) == 60
    for quarter in range(4):
        part = entries[15 * quarter : 15 * quarter + 15]
        assert 3 <= sum(entry.new for entry in part) <= 7


def test_new_cards_begun_today_count_against_the_day(world: World) -> None:
    world.plain_deck("a", *cards(40))
    world.store.refresh()
    for card in cards(15):
        world.answer(card)
    assert ids(planned(world)) == list(cards(40)[15:20])
    world.wait(days=1)
    assert sum(entry.new for entry in planned(world)) == 20


def test_reviews_done_today_count_against_the_day(tmp_path: Path) -> None:
    world = World(tmp_path, reviews_per_day=5, new_per_day=100)
    world.plain_deck("a", *cards(10))
    world.store.refresh()
    due_cards(world, *cards(10))
    assert len(planned(world)) == 5
    for card in ids(planned(world))[:3]:
        world.answer(card)
    assert len(planned(world)) == 2
    missed = ids(planned(world))[0]
    world.answer(missed, 1)
    assert len(planned(world)) == 2
    world.store.close()


def test_the_wish_may_say_how_many_new_and_how_many_in_all(world: World) -> None:
    world.plain_deck("a", *cards(40))
    world.store.refresh()
    due_cards(world, *cards(20))
    assert [entry for entry in planned(world, new=0) if entry.new] == []
    assert len([entry for entry in planned(world, new=7) if entry.new]) == 7
    some = planned(world, limit=8)
    assert len(some) == 8
    assert {entry.new for entry in some} == {True, False}
    assert planned(world, limit=0) == []


def test_suspended_and_buried_cards_stay_away(world: World) -> None:
    world.plain_deck("a", *cards(6))
    world.store.refresh()
    due_cards(world, *cards(3))
    for card in ("card-000", "card-003"):
        world.deed(Deed.SUSPEND, card)
    buried = [world.deed(Deed.BURY, card) for card in ("card-001", "card-004")]
    assert set(ids(planned(world))) == {"card-002", "card-005"}
    world.undo(buried[0])
    assert "card-001" in ids(planned(world))
    world.wait(days=1)
    assert set(ids(planned(world))) == {"card-001", "card-002", "card-004", "card-005"}


def test_a_deck_a_weak_spot_or_a_tag_can_be_asked_alone(world: World) -> None:
    world.plain_deck("a", *cards(4, "a"), weak="shapes")
    world.plain_deck("b", *cards(4, "b"), weak="shapes, names")
    world.deck("c", [{"id": "c", "ask": "which", "answer": "it", "tags": "[tagged]"}])
    world.store.refresh()
    due_cards(world, "a-000", "b-000")
    assert set(ids(planned(world, deck="a"))) == set(cards(4, "a"))
    assert set(ids(planned(world, weak="names"))) == set(cards(4, "b"))
    assert len(planned(world, weak="shapes")) == 8
    assert ids(planned(world, tag="tagged")) == ["c"]
    assert planned(world, deck="a", weak="names") == []


def test_only_one_new_hole_of_a_cloze_is_begun_a_day(world: World) -> None:
    world.deck("a", [{"id": "x", "kind": "cloze", "text": "'{{c1::a}} {{c2::b}} {{c3::c}}'"}])
    world.store.refresh()
    assert ids(planned(world)) == ["x-c1"]
    world.answer("x-c1")
    assert planned(world) == []
    world.wait(days=1)
    assert "x-c2" in ids(planned(world))
    assert "x-c3" not in ids(planned(world))


def test_siblings_that_are_due_are_kept_apart(world: World) -> None:
    world.deck(
        "a",
        [{"id": "x", "kind": "cloze", "text": "'{{c1::a}} {{c2::b}} {{c3::c}}'"}]
        + [{"id": card, "ask": card, "answer": card} for card in cards(20)],
    )
    world.store.refresh()
    due_cards(world, "x-c1", "x-c2", "x-c3", *cards(20))
    for seed in range(10):
        order = planned(world, seed)
        places = [place for place, entry in enumerate(order) if entry.note == "x"]
        assert all(other - one > 2 for one, other in pairwise(places))


def test_cards_with_one_answer_never_follow_each_other(world: World) -> None:
    world.deck(
        "a",
        [
            {"id": f"{answer}-{number}", "ask": f"{number}?", "answer": answer}
            for answer in ("relu", "softmax")
            for number in range(6)
        ],
    )
    world.store.refresh()
    for seed in range(10):
        order = planned(world, seed, cram=True)
        assert len(order) == 12
        assert not any(near(one, other) for one, other in pairwise(order))


def test_weak_spots_are_interleaved(world: World) -> None:
    for spot in ("shapes", "names", "types"):
        world.plain_deck(spot, *cards(10, spot), weak=spot)
    world.store.refresh()
    due_cards(world, *(card for spot in ("shapes", "names", "types") for card in cards(10, spot)))
    order = planned(world, new=0)
    assert len(order) == 30
    follow = sum(one.weak == other.weak for one, other in pairwise(order))
    assert follow <= 3


def test_the_weakest_spots_are_drawn_more(world: World) -> None:
    world.plain_deck("strong", *cards(40, "strong"), weak="strong")
    world.plain_deck("weak", *cards(40, "weak"), weak="weak")
    world.store.refresh()
    for card in cards(40, "strong"):
        world.answer(card, 4)
    for card in cards(10, "weak"):
        world.answer(card, 2)
    world.wait(days=14)
    drawn = [entry.deck for seed in range(20) for entry in planned(world, seed, new=0, limit=10)]
    # One in five of the cards that are due.
    assert drawn.count("weak") > len(drawn) * 0.3


def test_with_too_much_due_what_gains_most_comes_first(tmp_path: Path) -> None:
    world = World(tmp_path, reviews_per_day=10)
    world.plain_deck("a", *cards(40))
    world.store.refresh()
    for card in cards(20):
        world.answer(card, 4)
    for card in cards(40)[20:]:
        world.answer(card, 1)
        world.answer(card, 2)
    world.wait(days=10)
    chosen = [entry for entry in planned(world) if not entry.new]
    assert len(chosen) == 10
    assert {entry.card for entry in chosen} <= set(cards(20))
    world.store.close()


def test_cramming_asks_whatever_matches_but_what_is_suspended(world: World) -> None:
    world.plain_deck("a", *cards(10))
    world.plain_deck("b", "other")
    world.store.refresh()
    world.answer("card-000")
    world.deed(Deed.SUSPEND, "card-001")
    assert set(ids(planned(world, cram=True, deck="a"))) == set(cards(10)) - {"card-001"}
    assert len(planned(world, cram=True, limit=3)) == 3


def test_a_drill_asks_just_the_cards_it_was_given(world: World) -> None:
    world.plain_deck("a", *cards(10))
    world.store.refresh()
    asked = ("card-007", "card-002", "gone")
    assert set(ids(planned(world, cards=asked))) == {"card-007", "card-002"}
    assert len(planned(world, cards=asked, limit=1)) == 1


@pytest.mark.parametrize("rating", [1, 2, 3, 4])
def test_a_card_answered_today_is_due_again_only_if_it_was_missed(
    world: World, rating: int
) -> None:
    world.plain_deck("a", "one")
    world.store.refresh()
    world.answer("one", rating)
    assert ids(planned(world)) == (["one"] if rating == 1 else [])
