"""A key that comes twice or too fast does nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.marking.mark import Rating
from quiz.session import Phase, Session
from tests.session.conftest import SessionDesk


def test_a_double_enter_neither_answers_nor_rates_the_next_card(desk: SessionDesk) -> None:
    session = desk.session("scaler-median", "pool-size")
    session.answer("RobustScaler")
    assert not session.answer("RobustScaler")
    session.proceed()
    assert not session.proceed()
    assert session.phase is Phase.ASKED
    assert desk.store.state("pool-size") is None


def test_a_fast_three_never_rates_the_next_card(desk: SessionDesk) -> None:
    session = desk.session("think", "pool-size")
    session.reveal()
    assert session.rate(Rating.GOOD)
    assert not session.rate(Rating.GOOD)
    assert desk.store.state("pool-size") is None


def test_nothing_can_be_done_when_the_session_is_over(desk: SessionDesk) -> None:
    session = desk.session("pool-size")
    session.answer("(2, 2)")
    session.proceed()
    assert session.phase is Phase.OVER
    assert not session.answer("(2, 2)")
    assert not session.proceed()
    assert not session.hint()
    assert not session.skip()
    assert not session.bury()
    assert not session.suspend()
    assert not session.overrule(True)


ACTIONS = st.sampled_from(
    [
        ("answer", "RobustScaler"),
        ("answer", "RobustScalar"),
        ("answer", "(2, 2)"),
        ("answer", "1"),
        ("answer", ""),
        ("give_up",),
        ("reveal",),
        ("rate", Rating.AGAIN),
        ("rate", Rating.GOOD),
        ("proceed",),
        ("hint",),
        ("overrule", True),
        ("overrule", False),
        ("skip",),
        ("bury",),
        ("suspend",),
        ("undo",),
    ]
)


def _do(session: Session, actions: list[tuple[object, ...]]) -> None:
    for name, *arguments in actions:
        getattr(session, str(name))(*arguments)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ACTIONS, max_size=25))
def test_whatever_was_done_undoing_all_of_it_leaves_no_trace(
    actions: list[tuple[object, ...]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = SessionDesk(Path(folder))
        session = desk.session("scaler-median", "think", "pool-size", "which")
        first = session.question
        _do(session, actions)
        while session.can_undo:
            assert session.undo() is not None
        assert session.question == first
        assert session.results == []
        for card in ("scaler-median", "think", "pool-size", "which"):
            assert desk.store.state(card) is None
        assert desk.store.misses() == []
        desk.store.close()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ACTIONS, max_size=25))
def test_the_log_alone_tells_what_the_session_left_behind(
    actions: list[tuple[object, ...]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = SessionDesk(Path(folder))
        _do(desk.session("scaler-median", "think", "pool-size", "which"), actions)
        cards = ("scaler-median", "think", "pool-size", "which")
        states = [desk.store.state(card) for card in cards]
        desk.store.close()
        for file in desk.places.home.glob("index.db*"):
            file.unlink()
        desk.store = desk.open()
        assert [desk.store.state(card) for card in cards] == states
        desk.store.close()
