"""The counts for a shell prompt: the same as the store's, and next to nothing imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

from quiz.memory.due import due_counts
from tests.memory.world import World


@pytest.fixture
def world(world: World) -> World:
    world.plain_deck("a", *(f"a-{number}" for number in range(30)), weak="shapes")
    world.plain_deck("b", "b-0", weak="shapes, names")
    world.store.refresh()
    world.answer("a-0", 1)
    return world


def straight(world: World) -> dict[str, object] | None:
    return due_counts(world.places.home, world.places.decks, world.today)


def test_they_are_what_the_store_counts(world: World) -> None:
    counts = world.store.counts()
    found = due_counts(world.places.home, world.places.decks, world.today)
    assert found
    assert (found["due"], found["new"]) == (counts.due, counts.new)
    assert found["decks"] == {
        name: {"title": deck.title.as_dict(), "due": deck.due, "new": deck.new, "total": deck.total}
        for name, deck in counts.decks.items()
    }
    assert {spot: (part["due"], part["new"]) for spot, part in found["weak"].items()} == counts.weak
    assert world.clock.day_start(found["next_day"]) == counts.next


def test_they_follow_an_answer_at_once(world: World) -> None:
    world.answer("b-0", 1)
    found = due_counts(world.places.home, world.places.decks, world.today)
    assert found
    assert found["due"] == 2


def test_a_stale_index_gives_none(world: World) -> None:
    world.plain_deck("c", "c-0")
    assert straight(world) is None
    world.store.refresh()
    assert straight(world)
    (world.places.decks / "c.yaml").unlink()
    assert straight(world) is None
    world.store.refresh()
    (world.places.home / "reviews" / "other.jsonl").write_text("{}\n")
    assert straight(world) is None
    world.store.refresh()
    assert straight(world)
    world.wait(days=1)
    assert straight(world) is None


def test_no_index_and_a_broken_one_give_none(world: World) -> None:
    world.store.close()
    world.index.write_bytes(b"nonsense" * 1000)
    assert straight(world) is None
    world.index.unlink()
    assert straight(world) is None
    assert not world.index.exists()
    world.store = world.open()


def test_nothing_slow_is_imported(world: World) -> None:
    code = (
        "import sys; from quiz.memory.due import due_counts;"
        "assert due_counts(sys.argv[1], sys.argv[2], int(sys.argv[3]));"
        "print(*sys.modules)"
    )
    arguments = [str(world.places.home), str(world.places.decks), str(world.today)]
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    slow = {
        "yaml",
        "textual",
        "rich",
        "dataclasses",
        "typing",
        "pathlib",
        "json",
        "inspect",
        "enum",
    }
    assert not slow & set(ran.stdout.split())
