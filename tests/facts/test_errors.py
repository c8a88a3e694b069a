"""Every error card: its code fails as it says, or goes wrong as it says, and its fix mends it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import pytest

from quiz.cards.error import Cause, Command, Fix
from tests.facts.happening import Happening, happening
from tests.facts.proof import Fact, proves_kind

RIGHT = json.loads((Path(__file__).parents[1] / "data" / "errors_mended.json").read_text("utf-8"))
"""What must come out of the mended code where nothing failed before, by id."""
Run = Callable[[str], Happening]
_TRAINS = re.compile(r"(?=.*(keras|layers))(?=.*model\.(fit|predict))|tensorflow", re.DOTALL)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """What runs code in a folder of its own, which holds pictures of no cats and dogs."""

    def run(program: str) -> Happening:
        folder = Path(mkdtemp(dir=tmp_path))
        for name in ("cat", "dog"):
            (folder / "data" / name).mkdir(parents=True)
        with monkeypatch.context() as here:
            here.chdir(folder)
            here.syspath_prepend(str(folder))
            return happening(program)

    return run


def marks(fact: Fact) -> list[pytest.MarkDecorator]:
    """Keras needs TensorFlow to train, and says other things of data without it."""
    return [pytest.mark.fit] if _TRAINS.search(code(fact)) else []


def code(fact: Fact) -> str:
    cause = fact.cards[0]
    assert isinstance(cause, Cause)
    return cause.shown


def mended(fact: Fact) -> list[str]:
    """Return the code with each right line in place of the one to mend."""
    fix = fact.cards[1]
    if isinstance(fix, Fix):
        return [fix.code, *fix.accept]
    assert isinstance(fix, Command)
    marked = next(line for line in fix.shown.splitlines() if line.endswith("# ←"))
    return [fix.shown.replace(marked, line) for line in (fix.answer.en, *fix.accept)]


@proves_kind("error", marks)
def test_it_goes_wrong_as_the_card_says_and_the_fix_mends_it(fact: Fact, run: Run) -> None:
    wrong = run(code(fact))
    message = str(fact.raw.get("message", ""))
    if message:
        assert wrong.says(message), wrong
    else:
        assert (wrong.error, wrong.output) == ("", fact.raw["output"])
    for number, program in enumerate(mended(fact)):
        right = run(program)
        assert not right.error, program
        assert not message or not right.says(message)
        assert message or right.output == RIGHT[fact.id], number
