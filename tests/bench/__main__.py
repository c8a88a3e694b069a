"""The benchmarks: `python -m tests.bench [--rounds 7] [CARDS …]` prints ratios, asserts nothing."""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from quiz.config import Places
from quiz.memory.day import Clock
from quiz.memory.store import Store
from quiz.settings import Settings
from tests.bench import screens, shapes, work
from tests.bench.make_decks import make_decks


def main() -> None:
    """Measure at each number of cards."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("cards", nargs="*", type=int, default=[300, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    for cards in options.cards:
        with TemporaryDirectory() as folder:
            home, decks = Path(folder) / "home", Path(folder) / "decks"
            paths = make_decks(decks, cards, max(1, cards // 1000))
            work.cold_index(paths, cards, min(options.rounds, 3) if cards > 10_000 else 7)
            work.cold_memory(paths, cards)
            Store.open(Places(home, decks), Settings(), Clock()).close()
            screens.measure_due(home, decks, cards, options.rounds)
            screens.measure(home, decks, cards, options.rounds)
    work.replay(100_000)
    work.marking()
    shapes.measure(options.rounds)


if __name__ == "__main__":
    main()
