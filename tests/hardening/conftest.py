"""The shell of the commands, the desk of the screens, and a room for the installed program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import quiz
from tests.terminal_room import ONE_CARD, Room
from tests.tui.conftest import desk, english

__all__ = ["desk", "english", "quiz"]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path, ONE_CARD)
