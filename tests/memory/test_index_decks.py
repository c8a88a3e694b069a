"""The index follows the deck files, and reads only those that changed."""

from __future__ import annotations

import os

import pytest

from quiz.errors import StoreError
from tests.memory.world import World, contents, rebuilt


def test_a_new_deck_brings_its_cards_and_a_changed_one_its_changes(world: World) -> None:
    world.plain_deck("a", "one", "two")
    assert world.store.refresh()
    assert [(deck.name, deck.cards) for deck in world.store.decks()] == [("a", 2)]
    world.plain_deck("a", "two", "three")
    assert world.store.refresh()
    assert world.store.card("three").deck == "a"
    with pytest.raises(StoreError, match="one"):
        world.store.card("one")


def test_nothing_is_done_where_nothing_changed(world: World) -> None:
    world.plain_deck("a", "one")
    assert world.store.refresh()
    assert not world.store.refresh()


def test_only_decks_that_changed_are_read(world: World) -> None:
    for name in "abc":
        world.plain_deck(name, name)
    world.store.refresh()
    told: list[tuple[int, int]] = []
    size = world.plain_deck("b", "b", "new").stat().st_size
    world.store.refresh(lambda done, total: told.append((done, total)))
    assert told == [(size, size)]
    assert world.store.card("new").deck == "b"


def test_a_deck_edited_without_a_trace_in_its_date_and_size_is_read(world: World) -> None:
    path = world.plain_deck("a", "one")
    world.store.refresh()
    before = path.stat()
    with path.open("r+") as file:
        file.write(path.read_text().replace("one", "eno"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    world.store.refresh()
    assert world.store.card("eno").id == "eno"


def test_who_is_impatient_gets_a_part_and_the_rest_later(world: World) -> None:
    for name in "abc":
        world.plain_deck(name, name)
    world.store.refresh(patience=0)
    assert [deck.name for deck in world.store.decks()] == ["a"]
    assert not world.store.is_complete
    world.answer("c", 1)
    while not world.store.is_complete:
        world.store.refresh(patience=0)
    assert [deck.name for deck in world.store.decks()] == ["a", "b", "c"]
    assert world.store.counts().due == 1
    assert contents(world.store) == rebuilt(world)


def test_a_card_is_what_it_was_in_its_deck(world: World) -> None:
    path = world.places.decks / "a.yaml"
    path.write_text(
        "weak: [spot]\ntags: [basics]\ncards:\n"
        "  - id: hole\n    kind: cloze\n    text: '{{c1::a}} [None, 28] and {{c2::no}}'\n"
        "  - {id: version, ask: {ko: 버전?, en: Version?}, answer: 3.10, weak: [other]}\n"
    )
    world.store.refresh()
    hole, version = world.store.card("hole-c2"), world.store.card("version")
    assert str(hole.solution()) == "no"
    assert (hole.note, hole.line, hole.weak, hole.tags) == ("hole", 4, ("spot",), ("basics",))
    assert (version.solution().ko, version.ask.ko, version.weak) == ("3.10", "버전?", ("other",))
    assert world.store.path_of(version) == path


def test_a_card_that_leaves_and_returns_still_knows_what_it_knew(world: World) -> None:
    path = world.plain_deck("a", "one", "two")
    world.store.refresh()
    world.answer("one")
    state = world.store.state("one")
    path.unlink()
    world.store.refresh()
    assert world.store.decks() == []
    assert world.store.counts().due == 0
    world.plain_deck("b", "one")
    world.store.refresh()
    assert world.store.state("one") == state
    assert world.store.card("one").deck == "b"
    assert len(world.store.history("one")) == 1


def test_of_two_decks_with_one_id_the_first_has_it_and_both_are_named(world: World) -> None:
    world.plain_deck("b", "same", "other")
    world.store.refresh()
    world.plain_deck("a", "new", "same")
    world.store.refresh()
    assert world.store.card("same").deck == "a"
    [problem] = world.store.problems()
    assert problem.code == "duplicate-id"
    assert "a.yaml:6" in problem.message.en
    assert "b.yaml:3" in problem.message.en
    assert [deck.cards for deck in world.store.decks()] == [2, 1]


def test_the_second_deck_gets_the_id_when_the_first_gives_it_up(world: World) -> None:
    first = world.plain_deck("a", "same")
    world.plain_deck("b", "same")
    world.store.refresh()
    first.unlink()
    world.store.refresh()
    assert world.store.card("same").deck == "b"
    assert world.store.problems() == []


def test_one_bad_card_is_a_problem_and_the_others_work(world: World) -> None:
    path = world.deck("a", [{"id": "bad", "ask": "no answer"}, {"id": "fine", "ask": "which"}])
    path.write_text(path.read_text() + "    answer: yes\n")
    world.store.refresh()
    assert [(problem.card, problem.line) for problem in world.store.problems()] == [("bad", 3)]
    assert world.store.card("fine").id == "fine"
    world.reopen()
    assert len(world.store.problems()) == 1


def test_a_file_that_is_no_deck_is_a_problem_that_goes_when_it_is_mended(world: World) -> None:
    (world.places.decks / "a.yaml").write_text("\tno: [")
    world.store.refresh()
    assert [problem.file.endswith("a.yaml") for problem in world.store.problems()] == [True]
    world.plain_deck("a", "one")
    world.store.refresh()
    assert world.store.problems() == []


def test_a_missing_deck_folder_is_an_empty_one(world: World) -> None:
    world.plain_deck("a", "one").unlink()
    world.places.decks.rmdir()
    world.reopen()
    assert world.store.decks() == []
    assert (world.store.counts().due, world.store.counts().new) == (0, 0)


def test_weak_spots_follow_their_file(world: World) -> None:
    assert world.store.weak_spots == {}
    (world.places.decks / "weak-spots.yaml").write_text(
        "weak-spots:\n  - {id: spot, name: {ko: 약점, en: Spot}, sentence: hm, spelling: true}\n"
    )
    world.store.refresh()
    assert world.store.weak_spots["spot"].spelling
    assert world.store.weak_spots["spot"].name.ko == "약점"


def test_progress_is_told_up_to_the_whole(world: World) -> None:
    told: list[tuple[int, int]] = []
    size = sum(world.plain_deck(name, name).stat().st_size for name in "abc")
    world.store.refresh(lambda done, total: told.append((done, total)))
    assert told[-1] == (size, size)
    assert told == sorted(told)


def test_a_big_deck_is_found_again_card_by_card(world: World) -> None:
    world.plain_deck("big", *(f"card-{number}" for number in range(1100)))
    world.store.refresh()
    for number in (0, 39, 40, 479, 480, 1099):
        assert str(world.store.card(f"card-{number}").ask) == f"What is card-{number}?"
        assert world.store.search(f"card-{number}")[0].id == f"card-{number}"
