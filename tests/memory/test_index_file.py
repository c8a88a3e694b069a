"""The index file may break, be old, or be shared: nothing is lost and nobody is bothered."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import pytest

from quiz.config import Places, Settings
from quiz.errors import QuizError, StoreError
from quiz.memory.day import Clock
from quiz.memory.due import VERSION
from quiz.memory.store import Store
from quiz.memory.tables import TABLES
from tests.memory.world import World, contents, rebuilt


@pytest.fixture
def answered(world: World) -> World:
    world.plain_deck("a", "one", "two", weak="spot")
    world.store.refresh()
    world.answer("one")
    world.answer("two", 1)
    return world


@pytest.mark.parametrize(
    "broken",
    [b"", b"no database", b"\0" * 5000, b"SQLite format 3\0" + b"\xff" * 5000],
    ids=["empty", "text", "zeros", "header"],
)
def test_a_broken_index_is_made_anew(answered: World, broken: bytes) -> None:
    before = contents(answered.store)
    answered.store.close()
    answered.index.write_bytes(broken)
    answered.store = answered.open()
    assert contents(answered.store) == before


@pytest.mark.parametrize("keep", [100, 4096, 5000, 20_000])
def test_a_cut_index_is_made_anew(answered: World, keep: int) -> None:
    before = contents(answered.store)
    answered.store.close()
    answered.index.write_bytes(answered.index.read_bytes()[:keep])
    answered.store = answered.open()
    assert contents(answered.store) == before


@pytest.mark.parametrize("version", [0, 999])
def test_an_index_of_another_version_is_made_anew(answered: World, version: int) -> None:
    before = contents(answered.store)
    answered.store.close()
    db = sqlite3.connect(answered.index)
    db.execute("drop table names")
    db.execute(f"pragma user_version = {version}")
    db.commit()
    db.close()
    answered.store = answered.open()
    assert contents(answered.store) == before


def test_a_missing_index_is_made_anew(answered: World) -> None:
    assert contents(answered.store) == rebuilt(answered)


@pytest.mark.parametrize("table", ["sets", "cards", "reviews", "facts", "logs"])
def test_what_breaks_while_it_is_open_costs_no_answer(answered: World, table: str) -> None:
    with suppress(sqlite3.Error):
        answered.store.db.execute(f"drop table {table}")
    answered.store._log.append(answered.review("one"))
    answered.store.close()
    answered.store = answered.open()
    assert len(answered.store.history("one")) == 2
    assert contents(answered.store) == rebuilt(answered)


def test_damage_in_the_middle_of_the_index_is_mended_at_the_next_start(answered: World) -> None:
    answered.plain_deck("big", *(f"card-{number}" for number in range(300)))
    answered.reopen()
    before = contents(answered.store)
    answered.store.close()
    size = answered.index.stat().st_size
    for place in range(4096, size, 8192):
        with answered.index.open("r+b") as file:
            file.seek(place)
            file.write(b"\xaa" * 2048)
    answered.store = answered.open()
    assert contents(answered.store) == before


def test_damage_met_in_use_is_one_clear_error_and_mended_at_the_next_start(
    answered: World,
) -> None:
    before = contents(answered.store)
    answered.store.db.execute("drop table pages")
    with pytest.raises(StoreError, match="damaged") as caught:
        answered.store.search("one")
    assert caught.value.hint
    answered.reopen()
    assert contents(answered.store) == before


def test_an_answer_counts_while_another_terminal_holds_the_index(answered: World) -> None:
    answered.store.db.execute("pragma busy_timeout = 1")
    other = sqlite3.connect(answered.index, isolation_level=None)
    other.execute("begin immediate")
    answered.answer("one")
    other.execute("rollback")
    other.close()
    assert len(answered.store.history("one")) == 1
    answered.answer("two")
    assert len(answered.store.history("one")) == 2
    assert contents(answered.store) == rebuilt(answered)


def test_two_terminals_see_each_others_answers(answered: World) -> None:
    with_deck = answered.open()
    answered.answer("one")
    with_deck.refresh()
    assert len(with_deck.history("one")) == 2
    assert contents(with_deck) == contents(answered.store)
    with_deck.close()


def test_an_index_removed_by_another_terminal_costs_no_answer(answered: World) -> None:
    answered.index.unlink()
    other = answered.open()
    answered.answer("one")
    other.refresh()
    assert len(other.history("one")) == 2
    other.close()


def test_a_log_that_was_rewritten_is_taken_in_anew(answered: World) -> None:
    [log] = (answered.places.home / "reviews").glob("*.jsonl")
    first, second = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(second)
    answered.store.refresh()
    assert answered.store.history("one") == []
    assert contents(answered.store) == rebuilt(answered)
    log.write_bytes(first)
    answered.store.refresh()
    assert contents(answered.store) == rebuilt(answered)
    log.unlink()
    answered.store.refresh()
    assert answered.store.review_count() == 0


def test_lines_that_make_no_sense_are_counted_and_placed(answered: World) -> None:
    (answered.places.home / "reviews" / "other.jsonl").write_bytes(b'{"id": 1}\nnonsense\n{"id')
    answered.store.refresh()
    assert [(line.file, line.number) for line in answered.store.bad_lines()] == [
        ("other.jsonl", 1),
        ("other.jsonl", 2),
    ]
    assert answered.store.review_count() == 2
    assert contents(answered.store) == rebuilt(answered)


def test_another_retention_moves_every_due_day(answered: World) -> None:
    before = answered.store.state("one")
    answered.settings = Settings(retention=0.8)
    answered.reopen()
    after = answered.store.state("one")
    assert before is not None
    assert after is not None
    assert after.due_day > before.due_day
    assert after.stability == before.stability
    assert contents(answered.store) == rebuilt(answered)


def test_a_home_that_is_a_file_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(QuizError, match="home"):
        Store.open(Places(tmp_path / "home", tmp_path / "decks"), Settings(), Clock())


def test_an_index_that_is_a_folder_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "index.db").mkdir()
    with pytest.raises(StoreError) as caught:
        Store.open(Places(tmp_path, tmp_path / "decks"), Settings(), Clock())
    assert caught.value.hint


OPENER = """
import sys
from contextlib import suppress
from pathlib import Path
from quiz.config import Places, Settings
from quiz.memory.day import Clock
from quiz.memory.due import VERSION
from quiz.memory.tables import TABLES
from quiz.memory.store import Store
home, decks = map(Path, sys.argv[1:])
Store.open(Places(home, decks), Settings(), Clock(), lambda done, total: print(done, flush=True))
print("open", flush=True)
"""


def open_elsewhere(world: World) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", OPENER, str(world.places.home), str(world.places.decks)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


def test_killed_while_it_is_made_the_index_is_finished_the_next_time(answered: World) -> None:
    for number in range(6):
        answered.plain_deck(f"deck-{number}", *(f"{number}-{card}" for card in range(30)))
    for after in (0, 1, 3):
        answered.index.unlink()
        with open_elsewhere(answered) as process:
            assert process.stdout
            for _line in range(after):
                process.stdout.readline()
            process.send_signal(signal.SIGKILL)
        answered.reopen()
        assert contents(answered.store) == rebuilt(answered)


def test_two_programs_may_make_the_index_at_once(answered: World) -> None:
    for number in range(6):
        answered.plain_deck(f"deck-{number}", *(f"{number}-{card}" for card in range(30)))
    answered.store.close()
    answered.index.unlink()
    with open_elsewhere(answered) as one, open_elsewhere(answered) as other:
        ends = [process.communicate()[0].splitlines()[-1] for process in (one, other)]
    assert ends == ["open", "open"]
    answered.store = answered.open()
    assert contents(answered.store) == rebuilt(answered)


def test_other_tables_make_another_version() -> None:
    """Whoever changes the tables also changes VERSION: else old indexes would be misread."""
    assert crc32(TABLES.encode()) & 0x7FFFFFFF == VERSION
