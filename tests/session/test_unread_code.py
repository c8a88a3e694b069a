"""Code that Python cannot read may be mended once; it is no lapse then, and no pass before."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.marking.mark import Rating, Verdict
from quiz.session import Phase
from tests.session.conftest import SessionDesk

FIT = "model.fit(X_train, y_train, epochs=5)"
DECK = f"""\
cards:
  - id: fit
    kind: code
    ask: Train for five epochs.
    token: epochs
    answer: |
      model = make()
      {FIT}
"""
RIGHT = f"model = make()\n{FIT}"
BROKEN = [
    RIGHT.replace(")", "", 1),
    RIGHT.removesuffix(")"),
    RIGHT.replace("train, y", "train y"),
    RIGHT.replace("=5", "=="),
    RIGHT.replace("\n", "\n  "),
    RIGHT + ")",
]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SessionDesk]:
    desk = coded(tmp_path)
    yield desk
    desk.store.close()


def coded(folder: Path) -> SessionDesk:
    desk = SessionDesk(folder)
    (desk.places.decks / "code.yaml").write_text(DECK, "utf-8")
    desk.store.refresh()
    return desk


def lapses(desk: SessionDesk, card: str) -> int:
    state = desk.store.state(card)
    return state.lapses if state else 0


def test_broken_code_that_is_mended_is_hard_and_no_lapse(desk: SessionDesk) -> None:
    desk.session("fit").answer(RIGHT)
    desk.wait(days=5)
    session = desk.session("fit")
    session.answer(BROKEN[0])
    assert session.phase == "retry"
    session.answer(RIGHT)
    assert session.rating is Rating.HARD
    assert lapses(desk, "fit") == 0


@pytest.mark.parametrize("left", [True, False])
def test_broken_code_that_stays_broken_is_wrong(desk: SessionDesk, left: bool) -> None:
    session = desk.session("fit")
    session.answer(BROKEN[1])
    session.give_up() if left else session.answer(BROKEN[2])
    assert session.mark and session.mark.verdict is Verdict.WRONG
    assert session.allowed == {Rating.AGAIN}


def test_who_leaves_before_mending_it_is_asked_again(desk: SessionDesk) -> None:
    desk.session("fit").answer(BROKEN[0])
    assert desk.due_in("fit") == 0


def test_the_learner_may_still_overrule_it(desk: SessionDesk) -> None:
    session = desk.session("fit")
    session.answer(BROKEN[0])
    assert session.overrule(True)
    assert session.rating is Rating.GOOD


@given(st.lists(st.sampled_from([RIGHT, "model.fit()", "", *BROKEN]), min_size=1, max_size=2))
@settings(max_examples=40, deadline=None)
def test_only_code_that_python_reads_can_pass(answers: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = coded(Path(folder))
        session = desk.session("fit")
        handed = [answer for answer in answers if session.answer(answer)]
        if session.phase is Phase.RETRY:
            session.give_up()
        passed = session.rating is not Rating.AGAIN
        assert passed == (handed[-1] == RIGHT)
        assert passed == ((desk.due_in("fit") or 0) > 0)
        session.undo()
        assert desk.store.state("fit") is None
        desk.store.close()
