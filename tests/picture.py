"""Makes the README's picture of the screen: `python -m tests.picture`."""

from __future__ import annotations

import asyncio
import random
import re
import tempfile
from pathlib import Path

from quiz import i18n
from quiz.config import Places
from quiz.memory.day import Clock
from quiz.memory.store import Store
from quiz.settings import Settings
from quiz.tui.app import QuizApp
from quiz.tui.wish import Wish
from tests.desk import MONDAY_NOON

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / ".github" / "screen.svg"


async def draw(home: Path) -> str:
    """Return the screen after a slip that stayed, as SVG."""
    clock = Clock(time=lambda: MONDAY_NOON, offset=lambda at: 540)
    store = Store.open(Places(home, ROOT / "decks"), Settings(), clock)
    wish = Wish(deck="scalers", new=3)
    app = QuizApp(store, Settings(), clock, start="study", wish=wish, rng=random.Random(1))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*"StandardScalar", "enter")
        await pilot.press("f3")
        await pilot.pause()
        picture = app.export_screenshot()
    store.close()
    # The fonts of the reader's own machine do: nothing is to be fetched.
    return re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)


def main() -> None:
    """Write the picture."""
    i18n.use("en")
    with tempfile.TemporaryDirectory() as home:
        PICTURE.write_text(asyncio.run(draw(Path(home))), "utf-8")


if __name__ == "__main__":
    main()
