"""What the store tells of today, of what was missed, and of what a search finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.errors import StoreError
from quiz.memory.review import Deed
from tests.memory.world import DAY, World


@pytest.fixture
def world(world: World) -> World:
    world.plain_deck("a", *(f"a-{number}" for number in range(30)), weak="shapes")
    world.plain_deck("b", "b-0", "b-1", weak="names")
    world.store.refresh()
    return world


def test_at_first_everything_is_new_and_the_day_allows_twenty(world: World) -> None:
    counts = world.store.counts()
    assert (counts.due, counts.new) == (0, 20)
    assert {name: (deck.due, deck.new, deck.total) for name, deck in counts.decks.items()} == {
        "a": (0, 20, 30),
        "b": (0, 2, 2),
    }
    assert counts.weak == {"names": (0, 2), "shapes": (0, 20)}
    assert str(counts.decks["a"].title) == "A"
    assert counts.next == world.clock.day_start(world.today + 1)


def test_a_missed_card_is_due_until_it_is_right(world: World) -> None:
    world.answer("b-0", 1)
    assert (world.store.counts().due, world.store.counts().new) == (1, 19)
    assert world.store.counts().decks["b"].due == 1
    world.answer("b-0", 3)
    assert world.store.counts().due == 0


def test_the_next_card_is_told_when_nothing_is_left_for_today(tmp_path: Path) -> None:
    world = World(tmp_path / "other", new_per_day=2)
    assert world.store.counts().next is None
    world.plain_deck("a", "one")
    world.store.refresh()
    assert world.store.counts().next is None
    world.answer("one", 3)
    state = world.store.state("one")
    assert state
    assert world.store.counts().next == world.clock.day_start(state.due_day)
    world.deed(Deed.BURY, "one")
    assert world.store.counts().next == world.clock.day_start(state.due_day)
    world.deed(Deed.SUSPEND, "one")
    assert world.store.counts().next is None
    world.store.close()


def test_the_day_rolls_over_while_the_store_is_open(world: World) -> None:
    for number in range(20):
        world.answer(f"a-{number}")
    assert (world.store.counts().due, world.store.counts().new) == (0, 0)
    world.wait(days=30)
    assert (world.store.counts().due, world.store.counts().new) == (20, 12)


def test_missed_answers_are_told_newest_first_with_their_cards(world: World) -> None:
    world.answer("a-0", 1, typed="first")
    world.at += 1000
    world.answer("a-1", 3)
    world.answer("b-0", 2, verdict="slip", typed="second")
    world.at += 1000
    world.answer("a-0", 1, scheduled=False, verdict="wrong", typed="crammed")
    found = world.store.misses()
    assert [miss.review.typed for miss in found] == ["crammed", "second", "first"]
    assert [miss.card and miss.card.id for miss in found] == ["a-0", "b-0", "a-0"]


def test_missed_answers_can_be_kept_to_days_deck_and_weak_spot(world: World) -> None:
    world.answer("a-0", 1)
    world.wait(days=3)
    world.answer("a-1", 1)
    world.answer("b-0", 1)
    store = world.store
    assert len(store.misses()) == 3
    assert len(store.misses(limit=2)) == 2
    assert len(store.misses(since_day=world.today - 2)) == 2
    assert [miss.review.card for miss in store.misses(deck="a")] == ["a-1", "a-0"]
    assert [miss.review.card for miss in store.misses(weak="names")] == ["b-0"]
    assert store.misses(deck="a", weak="names") == []


def test_what_was_taken_back_is_not_missed(world: World) -> None:
    missed = world.answer("a-0", 1)
    again = world.answer("a-1", 1)
    world.answer("a-1", 3, undoes=again.id)
    undo = world.undo(missed)
    assert world.store.misses() == []
    world.deed(Deed.UNDO, "a-0", undo.id)
    assert [miss.review.id for miss in world.store.misses()] == [missed.id]


def test_a_missed_answer_outlives_its_card(world: World) -> None:
    world.answer("b-0", 1, typed="mine")
    (world.places.decks / "b.yaml").unlink()
    world.store.refresh()
    [miss] = world.store.misses()
    assert (miss.card, miss.review.typed) == (None, "mine")
    assert world.store.misses(deck="b") == []


def test_a_review_comes_back_as_it_was_written(world: World) -> None:
    review = world.answer("a-0", 1, typed="소프트맥스\n", seconds=1.5, seed=7, hints=2, retry="x")
    assert world.store.history("a-0") == [review]


def test_an_unknown_card_is_one_clear_error(world: World) -> None:
    with pytest.raises(StoreError, match="nothing-like-it") as caught:
        world.store.card("nothing-like-it")
    assert caught.value.hint
    assert world.store.state("nothing-like-it") is None
    assert world.store.recall("nothing-like-it") is None


def test_accepting_an_answer_changes_the_deck_and_the_card(world: World) -> None:
    world.store.accept("a-0", "another")
    assert "another" in (world.places.decks / "a.yaml").read_text()
    card = world.store.card("a-0")
    assert card.mark(card.question(0), "another", world.store.names).verdict == "right"


def test_names_are_those_of_decks_and_of_libraries(world: World) -> None:
    world.deck("c", [{"id": "c", "ask": "which", "answer": "my_own_layer", "type": "names"}])
    world.store.refresh()
    names = world.store.names
    assert names.get("my_own_layer") is not None
    assert names.get("My_Own_Layer") is None
    assert names.near("My Own-Layer") == ("my_own_layer",)
    assert names.get("StandardScaler")
    assert names.near("standardscaler") == ("StandardScaler",)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("원", ["vector", "hot"]),
        ("원핫", ["hot"]),
        ("원-핫", ["vector"]),
        ("ONE-HOT", ["vector"]),
        ("hot", ["hot", "vector"]),
        ("hot encoding", ["hot"]),
        ("벡터 숫자", ["vector"]),
        ("[0, 1, 0]", ["vector"]),
        ("%", []),
        ("nothing", []),
        ("   ", []),
        ("\x1b[31m원핫", ["hot"]),
    ],
)
def test_search_finds_pieces_of_words_in_both_languages(
    world: World, query: str, found: list[str]
) -> None:
    world.deck(
        "c",
        [
            {
                "id": "vector",
                "ask": "{ko: 원-핫 벡터의 숫자는?, en: Numbers of a One-Hot vector?}",
                "answer": "'[0, 1, 0]'",
            },
            {"id": "hot", "ask": "{ko: 원핫은?, en: What is it?}", "answer": "one hot encoding"},
        ],
    )
    world.store.refresh()
    assert [card.id for card in world.store.search(query)] == found


def test_a_search_can_be_leafed_through(world: World) -> None:
    everything = [card.id for card in world.store.search("what", limit=100)]
    assert len(everything) == 32
    assert [card.id for card in world.store.search("what", limit=5)] == everything[:5]
    assert [card.id for card in world.store.search("what", limit=5, offset=5)] == everything[5:10]
    named = [card.id for card in world.store.search("a-1", limit=3)]
    rest = [card.id for card in world.store.search("a-1", limit=30, offset=3)]
    assert (named[0], len({*named, *rest})) == ("a-1", len(named) + len(rest))


def test_found_cards_say_when_they_are_due(world: World) -> None:
    world.answer("a-7")
    [found] = world.store.search("a-7")
    state = world.store.state("a-7")
    assert state
    assert (found.deck, found.due_day, found.suspended) == ("a", state.due_day, False)
    assert world.store.search("a-8")[0].due_day is None


def test_an_answer_at_three_in_the_morning_belongs_to_the_day_before(world: World) -> None:
    world.at += 15 * 3600 * 1000
    world.answer("a-0")
    state = world.store.state("a-0")
    assert state
    world.at += 2 * 3600 * 1000
    assert state.last_day == world.today - 1
    world.at -= DAY
