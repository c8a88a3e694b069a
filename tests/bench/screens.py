"""First question, next question and memory beside an empty Textual app and a bare Python."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.ratio import medians, report
from tests.bench.watch import Watch

QUIZ = os.path.join(os.path.dirname(sys.executable), "quiz")
FLOOR = [sys.executable, str(Path(__file__).with_name("floor.py"))]
QUESTION = b"What is the name for"
ENTER = b"\r"


def measure(home: Path, decks: Path, cards: int, rounds: int) -> None:
    """Print the ratios for the decks in `decks`, whose index is in `home` and warm."""
    environment = {"QUIZ_HOME": str(home), "QUIZ_DECKS": str(decks), "LC_ALL": "C.UTF-8"}
    keys: dict[str, list[float]] = {"floor": [], "verdict": [], "next": []}
    memory: dict[str, list[float]] = {"floor": [], "quiz": []}

    def floor() -> float:
        with Watch(FLOOR, environment) as watch:
            seconds = watch.until(QUESTION)
            keys["floor"] += [watch.press(letter, letter) for letter in (b"Z", b"Q", b"X", b"J")]
            memory["floor"].append(watch.megabytes())
        return seconds

    def quiz() -> float:
        with Watch([QUIZ, "study", "--lang", "en"], environment) as watch:
            seconds = watch.until(QUESTION)
            for _ in range(4):
                watch.press(b"q", b"q")
                keys["verdict"].append(watch.press(ENTER, b"Right answer"))
                keys["next"].append(watch.press(ENTER, QUESTION))
            memory["quiz"].append(watch.megabytes())
        return seconds

    starts = {"floor": floor, "quiz": quiz}
    first = medians(starts, rounds)
    key = {name: sorted(taken)[len(taken) // 2] for name, taken in keys.items()}
    size = {name: sorted(taken)[len(taken) // 2] for name, taken in memory.items()}
    prefix = f"{cards:>7,} cards: "
    app = "empty Textual app"
    report(prefix + "first question", first["quiz"], first["floor"], app, "≤ 1.15")
    report(prefix + "answer → verdict, fsync", key["verdict"], key["floor"], app + ", a key", "≤ 2")
    report(prefix + "verdict → next question", key["next"], key["floor"], app + ", a key", "≤ 2")
    report(prefix + "memory in a session", size["quiz"], size["floor"], app, "≤ 1.2")


def measure_due(home: Path, decks: Path, cards: int, rounds: int) -> None:
    """Print how long `quiz due` takes beside `python -c pass`."""
    environment = {**os.environ, "QUIZ_HOME": str(home), "QUIZ_DECKS": str(decks)}

    def run(*command: str) -> float:
        begun = time.perf_counter()
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - begun

    taken = medians(
        {
            "floor": lambda: run(sys.executable, "-c", "pass"),
            "due": lambda: run(QUIZ, "due", "--json"),
        },
        3 * rounds,
    )
    what = f"{cards:>7,} cards: quiz due"
    report(what, taken["due"], taken["floor"], "python -c pass", "≤ 3")
