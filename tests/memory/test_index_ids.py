"""A card without an id works, and gets one when the first thing is to be remembered of it."""

from __future__ import annotations

from quiz.memory.review import Deed
from tests.memory.world import World


def only_card(world: World) -> str:
    [(id,)] = world.store.db.execute("select id from cards").fetchall()
    return str(id)


def test_it_can_be_asked_and_found(world: World) -> None:
    world.deck("a", [{"ask": "What is it?", "answer": "relu"}])
    world.store.refresh()
    [found] = world.store.search("relu")
    assert str(world.store.card(found.id).ask) == "What is it?"
    assert world.store.counts().new == 1


def test_its_first_answer_writes_an_id_into_the_deck_and_is_kept_under_it(world: World) -> None:
    path = world.deck("a", [{"ask": "one?", "answer": "relu"}, {"ask": "two?", "answer": "elu"}])
    world.store.refresh()
    asked = world.store.search("elu")[1].id
    world.answer(asked)
    id = world.store.id_of(asked)
    assert id != asked
    assert f"id: {id}" in path.read_text()
    assert str(world.store.card(asked).ask) == "two?"
    assert [review.card for review in world.store.history(id)] == [id]
    assert world.store.state(asked) == world.store.state(id)
    world.reopen()
    assert world.store.state(id) is not None
    assert world.store.counts().new == 1


def test_a_second_answer_and_an_undo_go_to_the_same_card(world: World) -> None:
    world.deck("a", [{"ask": "one?", "answer": "relu"}])
    world.store.refresh()
    asked = only_card(world)
    first = world.answer(asked, 1)
    world.answer(asked, 3, undoes=first.id)
    state = world.store.state(asked)
    assert state is not None
    assert state.reps == 1


def test_cards_equal_in_every_letter_are_kept_apart(world: World) -> None:
    same = {"ask": "one?", "answer": "relu"}
    world.deck("a", [{"id": "named", **same}, same, same])
    world.store.refresh()
    ids = [id for (id,) in world.store.db.execute("select id from cards order by position")]
    assert len(set(ids)) == 3
    world.answer(ids[2])
    query = "select position from cards where first_day is not null"
    assert world.store.db.execute(query).fetchall() == [(2,)]


def test_the_holes_of_a_cloze_share_the_id_they_get(world: World) -> None:
    world.deck("a", [{"kind": "cloze", "text": "'{{c1::a}} and {{c2::b}}'"}])
    world.store.refresh()
    ids = [id for (id,) in world.store.db.execute("select id from cards order by position")]
    world.answer(ids[1])
    card = world.store.card(ids[1])
    assert card.id == f"{card.note}-c2"
    assert str(card.solution()) == "b"
    assert world.store.state(card.id) is not None


def test_a_deck_that_cannot_be_written_costs_no_answer(world: World) -> None:
    path = world.deck("a", [{"ask": "one?", "answer": "relu"}])
    path.chmod(0o400)
    world.store.refresh()
    asked = only_card(world)
    world.answer(asked)
    assert world.store.state(asked) is not None
    world.reopen()
    assert world.store.state(asked) is not None
    assert "id:" not in path.read_text()


def test_putting_it_away_is_remembered_too(world: World) -> None:
    world.deck("a", [{"ask": "one?", "answer": "relu"}])
    world.store.refresh()
    world.deed(Deed.SUSPEND, only_card(world))
    assert world.store.counts().new == 0
    world.reopen()
    assert world.store.counts().new == 0
