"""A learner's room for the installed `quiz`: a home, decks, and terminals opened on them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from quiz.marking.words import VERDICT_SIGNS, VERDICT_WORDS
from tests.terminal import Terminal, quiz_command

ASKED = {
    "softmax": "Which output activation for many classes?",
    "loss": "Which loss for two classes?",
    "scaler": "Which scaler uses the median?",
    "pool": "Default pool_size of MaxPooling2D?",
}
"""What each card of DECK asks, by its id."""

DECK = f"""\
title: {{ko: 연습, en: Practice}}
cards:
  - id: softmax
    ask: {{ko: 다중분류의 출력 활성화는?, en: {ASKED["softmax"]}}}
    answer: softmax
    why: {{ko: 확률의 합이 1이 됩니다., en: The probabilities sum to one.}}
  - id: loss
    ask: {{ko: 이진분류 loss는?, en: {ASKED["loss"]}}}
    answer: binary_crossentropy
    weak: [loss-spelling]
  - id: scaler
    ask: {{ko: 중앙값을 쓰는 스케일러는?, en: {ASKED["scaler"]}}}
    answer: RobustScaler
  - id: pool
    ask: {{ko: MaxPooling2D의 pool_size 기본값은?, en: {ASKED["pool"]}}}
    answer: (2, 2)
"""

ONE_CARD = """\
title: {ko: 연습, en: Practice}
cards:
  - {id: scaler, ask: Which scaler uses the median?, answer: RobustScaler}
"""

WEAK_SPOTS = """\
weak-spots:
  - id: loss-spelling
    name: {ko: 손실 철자, en: Loss spelling}
    sentence: 로스값 스펠링
    spelling: true
"""

READY = "F1 Help"
"""The end of every key bar: when it is there, the screen is."""
OPEN = "Enter Hand in"
"""Begins the key bar while an answer is awaited."""
JUDGED = "Enter Next"
"""Begins the key bar under a verdict."""
_VERDICTS = [f"{VERDICT_SIGNS[verdict]} {word}" for verdict, word in VERDICT_WORDS.items()]


class Room:
    """A folder with `home` and `decks`, and the environment that names both."""

    def __init__(self, folder: Path, deck: str = DECK) -> None:
        self.folder, self.home, self.decks = folder, folder / "home", folder / "decks"
        self.decks.mkdir(parents=True)
        self.deck = self.decks / "practice.yaml"
        self.deck.write_text(deck, "utf-8")
        (self.decks / "weak-spots.yaml").write_text(WEAK_SPOTS, "utf-8")
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": "",
            "QUIZ_HOME": str(self.home),
            "QUIZ_DECKS": str(self.decks),
            "QUIZ_NOW": "2026-11-23T12:00:00+09:00",
        }

    def open(self, *arguments: str, columns: int = 80, rows: int = 24) -> Terminal:
        """Open a terminal with `quiz` and these arguments in it."""
        return Terminal(
            quiz_command(*arguments), environment=self.environment, columns=columns, rows=rows
        )

    def run(self, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run `quiz` to its end with pipes in the place of a terminal."""
        return subprocess.run(
            quiz_command(*arguments),
            env=self.environment,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def json(self, *arguments: str) -> Any:
        """Return what a command says with --json."""
        return json.loads(self.run(*arguments, "--json").stdout)

    def log(self) -> list[dict[str, Any]]:
        """Return the lines of the review log, each of which must be whole."""
        files = sorted((self.home / "reviews").glob("*.jsonl"))
        return [json.loads(line) for file in files for line in file.read_bytes().splitlines()]

    def typed(self) -> list[str]:
        """Return what was typed, in the order of the log."""
        return [line["typed"] for line in self.log() if "typed" in line]


def asked(terminal: Terminal) -> str:
    """Wait for the next question, or for the summary; return the card's id, "" at the end."""

    def settled(screen: str) -> bool:
        if "Summary" in screen:
            return READY in screen
        answered = any(verdict in screen for verdict in _VERDICTS)
        return OPEN in screen and not answered and len(_shown(screen)) == 1

    screen = terminal.wait_until(settled, "a question")
    return "" if "Summary" in screen else _shown(screen)[0]


def _shown(screen: str) -> list[str]:
    return [card for card, ask in ASKED.items() if ask in screen]
