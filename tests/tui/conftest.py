"""Screens are tried in English, with no animation, at a desk of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz import i18n
from tests.tui.desk import Desk


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English, whatever the machine does."""
    before = i18n.language()
    i18n.use("en")
    yield
    i18n.use(before)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.store.close()
