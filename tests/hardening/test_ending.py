"""The app may be told to end at any moment, and does so quietly."""

from __future__ import annotations

import pytest

from tests.tui.desk import Desk


@pytest.mark.parametrize("action", ["help", "missed", "add", "study", "edit('loss')"])
async def test_a_screen_that_is_just_opening_does_not_hinder_the_end(
    desk: Desk, action: str
) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.run_action(action)
        app.exit(return_code=143)
    assert app.return_code == 143
