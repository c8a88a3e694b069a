"""A shell with a home, a deck and a fixed day; commands run in this process."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from quiz import i18n
from quiz.cli.main import main
from tests.desk import WEAK_SPOTS
from tests.session.conftest import DECK


class Done(NamedTuple):
    """What a command left: exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


class Shell:
    """Runs `quiz` commands on a home and a deck of its own."""

    def __init__(
        self,
        folder: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.home, self.decks = folder / "home", folder / "decks"
        self.decks.mkdir()
        self.deck = self.decks / "practice.yaml"
        self.deck.write_text(DECK, "utf-8")
        (self.decks / "weak-spots.yaml").write_text(WEAK_SPOTS, "utf-8")
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self.set("QUIZ_HOME", str(self.home))
        self.set("QUIZ_DECKS", str(self.decks))
        self.set("LC_ALL", "C.UTF-8")
        self.at("2026-11-23T12:00:00+09:00")

    def set(self, name: str, value: str) -> None:
        self._monkeypatch.setenv(name, value)

    def at(self, moment: str) -> None:
        """Set the clock."""
        self.set("QUIZ_NOW", moment)

    def __call__(self, *arguments: str, stdin: str | None = "") -> Done:
        given = None if stdin is None else io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8")
        self._monkeypatch.setattr("sys.stdin", given)
        self._capsys.readouterr()
        try:
            code = main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = self._capsys.readouterr()
        i18n.use("en")
        return Done(code, out, err)


@pytest.fixture
def quiz(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setattr("quiz.memory.ids._last", 0)  # a day of another test is not in the past
    return Shell(tmp_path, monkeypatch, capsys)
