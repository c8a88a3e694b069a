"""A deck file is replaced as a whole or not at all."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from quiz.decks.disk import Disk
from quiz.decks.write import rewrite
from quiz.errors import DeckError

STEPS = ("make_folder", "locked", "read", "facts", "create", "write", "imitate", "sync", "close")
OLD, NEW = b"title: old\n", b"title: new\n"


class FailingDisk(Disk):
    """A file system on which the step named `step` fails the `nth` time it is asked for."""

    def __init__(self, step: str, error: int, nth: int = 1) -> None:
        self.step, self.error, self.left = step, error, nth

    def __getattribute__(self, name: str) -> object:
        found = object.__getattribute__(self, name)
        if name == object.__getattribute__(self, "step"):
            self.left -= 1
            if self.left == 0:
                raise OSError(self.error, os.strerror(self.error))
        return found


class ShortDisk(Disk):
    """A file system that takes three bytes at a time and, once it holds `room`, no more."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, handle: int, data: bytes) -> int:
        if self.room <= 0:
            raise OSError(errno.ENOSPC, "full")
        self.room -= 3
        return super().write(handle, data[:3])


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "deck.yaml"
    path.write_bytes(OLD)
    return path


def only_the_old_deck(deck: Path) -> bool:
    return [*deck.parent.iterdir()] == [deck] and deck.read_bytes() == OLD


@pytest.mark.parametrize("step", [*STEPS, "rename"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EIO, errno.EROFS])
def test_a_write_that_fails_at_any_step_leaves_the_old_file_and_nothing_else(
    deck: Path, step: str, error: int
) -> None:
    with pytest.raises(DeckError) as refusal:
        rewrite(deck, lambda _: NEW, FailingDisk(step, error), make_folder=True)
    assert only_the_old_deck(deck)
    assert refusal.value.message and refusal.value.hint
    assert refusal.value.file == str(deck)


def test_a_failure_when_it_looks_again_before_the_rename_leaves_the_old_file(deck: Path) -> None:
    with pytest.raises(DeckError):
        rewrite(deck, lambda _: NEW, FailingDisk("read", errno.EIO, nth=2))
    assert only_the_old_deck(deck)


@pytest.mark.parametrize("room", range(0, len(NEW), 3))
def test_a_disk_that_fills_up_in_the_middle_is_named_and_loses_nothing(
    deck: Path, room: int
) -> None:
    with pytest.raises(DeckError, match="full"):
        rewrite(deck, lambda _: NEW, ShortDisk(room))
    assert only_the_old_deck(deck)


def test_a_disk_that_writes_a_few_bytes_at_a_time_writes_all(deck: Path) -> None:
    rewrite(deck, lambda _: NEW, ShortDisk(100))
    assert deck.read_bytes() == NEW


def test_a_folder_that_cannot_be_synced_keeps_the_new_file(deck: Path) -> None:
    rewrite(deck, lambda _: NEW, FailingDisk("sync", errno.EINVAL, nth=2))
    assert deck.read_bytes() == NEW


def test_what_another_program_saved_meanwhile_is_not_overwritten(deck: Path) -> None:
    def change(_: bytes | None) -> bytes:
        deck.write_bytes(b"title: theirs\n")
        return NEW

    with pytest.raises(DeckError, match="changed by another program"):
        rewrite(deck, change)
    assert deck.read_bytes() == b"title: theirs\n"
    assert [*deck.parent.iterdir()] == [deck]


def test_a_file_that_appears_while_it_is_created_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"

    def change(old: bytes | None) -> bytes:
        assert old is None
        path.write_bytes(OLD)
        return NEW

    with pytest.raises(DeckError):
        rewrite(path, change)
    assert path.read_bytes() == OLD


def test_a_file_removed_meanwhile_does_not_come_back(deck: Path) -> None:
    def change(_: bytes | None) -> bytes:
        deck.unlink()
        return NEW

    with pytest.raises(DeckError):
        rewrite(deck, change)
    assert not [*deck.parent.iterdir()]


def test_two_edits_at_once_both_count(deck: Path) -> None:
    deck.write_bytes(b"")
    writers = [
        threading.Thread(target=rewrite, args=(deck, lambda old: (old or b"") + b"x"))
        for _ in range(8)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert deck.read_bytes() == b"x" * 8


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_the_mode_of_the_file_stays(deck: Path, mode: int) -> None:
    deck.chmod(mode)
    rewrite(deck, lambda _: NEW)
    assert deck.stat().st_mode & 0o7777 == mode


@pytest.mark.skipif(os.getuid() != 0, reason="only root may give files away")
def test_the_owner_of_the_file_stays(deck: Path) -> None:
    os.chown(deck, 1234, 4321)
    rewrite(deck, lambda _: NEW)
    assert (deck.stat().st_uid, deck.stat().st_gid) == (1234, 4321)


def test_a_symbolic_link_stays_one_and_its_target_is_written(deck: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    link = elsewhere / "link.yaml"
    link.symlink_to(deck)
    rewrite(link, lambda _: NEW)
    assert link.is_symlink()
    assert deck.read_bytes() == NEW
    assert [*elsewhere.iterdir()] == [link]


def test_a_file_marked_read_only_is_left_alone(deck: Path) -> None:
    deck.chmod(0o444)
    with pytest.raises(DeckError, match="must not be written"):
        rewrite(deck, lambda _: NEW)
    assert only_the_old_deck(deck)


def test_a_new_file_gets_the_usual_mode_and_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "decks" / "new.yaml"
    rewrite(path, lambda _: NEW, make_folder=True)
    usual = tmp_path / "usual"
    usual.touch()
    assert path.read_bytes() == NEW
    assert path.stat().st_mode == usual.stat().st_mode


def test_nothing_is_written_where_nothing_changes(deck: Path) -> None:
    before = deck.stat()
    rewrite(deck, lambda _: OLD, FailingDisk("create", errno.EIO))
    assert deck.stat() == before


def test_a_folder_or_a_pipe_in_the_place_of_a_deck_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    open_before = len(os.listdir("/dev/fd"))
    for name in ("pipe.yaml", "folder.yaml"):
        with pytest.raises(DeckError):
            rewrite(tmp_path / name, lambda old: (old or b"") + NEW)
    assert len(os.listdir("/dev/fd")) == open_before


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    with pytest.raises(DeckError):
        rewrite(loop, lambda _: NEW)
