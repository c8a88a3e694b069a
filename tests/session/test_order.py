"""Which card comes next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.memory.queue import Entry
from quiz.session.lineup import GAP, Lineup
from tests.session.conftest import SessionDesk

ENTRIES = st.lists(
    st.builds(
        Entry,
        st.uuids().map(str),
        st.sampled_from(["a", "b", "c", "d", "e"]),
        st.sampled_from(["", "x", "y"]),
        st.just(()),
        st.booleans(),
    ),
    max_size=12,
)


def _near(one: Entry, other: Entry) -> bool:
    return one.note == other.note or bool(one.twin and one.twin == other.twin)


@given(ENTRIES)
def test_near_identical_cards_follow_each_other_only_if_nothing_else_is_left(
    entries: list[Entry],
) -> None:
    lineup = Lineup(entries)
    last = None
    while entry := lineup.pop(last):
        if last is not None and _near(entry, last):
            assert all(_near(other, last) for other in lineup.waiting)
        last = entry


@given(ENTRIES)
def test_every_card_is_asked_once(entries: list[Entry]) -> None:
    lineup = Lineup(entries)
    asked: list[Entry] = []
    while entry := lineup.pop(asked[-1] if asked else None):
        asked.append(entry)
    assert sorted(e.card for e in asked) == sorted(e.card for e in entries)


def test_a_missed_card_comes_back_after_a_few_others() -> None:
    entries = [Entry(f"c{i}", f"n{i}", "", (), True) for i in range(10)]
    lineup = Lineup(entries[1:])
    lineup.come_back(entries[0])
    assert lineup.waiting[GAP] == entries[0]


def test_a_skipped_card_is_asked_last(desk: SessionDesk) -> None:
    session = desk.session("scaler-median", "pool-size", "think")
    assert session.skip()
    session.answer("(2, 2)")
    session.proceed()
    session.reveal()
    session.rate(next(iter(session.allowed)))
    assert session.question and session.question.card.id == "scaler-median"


def test_a_buried_card_is_back_tomorrow(desk: SessionDesk) -> None:
    desk.session("scaler-median").bury()
    assert "scaler-median" not in _asked_today(desk)
    desk.wait(days=1)
    assert "scaler-median" in _asked_today(desk)


def test_a_suspended_card_stays_away_until_the_undo(desk: SessionDesk) -> None:
    session = desk.session("scaler-median", "pool-size")
    session.suspend()
    desk.wait(days=40)
    assert "scaler-median" not in _asked_today(desk)
    assert session.undo() == "scaler-median"
    assert "scaler-median" in _asked_today(desk)


def test_undo_goes_back_as_far_as_the_session(desk: SessionDesk) -> None:
    session = desk.session("scaler-median", "pool-size", "loss-two")
    session.answer("RobustScaler")
    session.proceed()
    session.answer("(2, 2)")
    session.proceed()
    session.answer("binary_crossentropy")
    session.proceed()
    assert [session.undo() for _ in range(4)] == ["loss-two", "pool-size", "scaler-median", None]
    assert desk.store.state("scaler-median") is None


def test_a_card_taken_out_of_its_deck_during_the_session_is_left_out(desk: SessionDesk) -> None:
    session = desk.session("scaler-median", "pool-size", "think")
    deck = desk.places.decks / "practice.yaml"
    text = deck.read_text("utf-8")
    start, end = text.index("  - id: pool-size"), text.index("  - id: think")
    deck.write_text(text[:start] + text[end:], "utf-8")
    desk.store.refresh()
    session.answer("RobustScaler")
    session.proceed()
    assert session.question and session.question.card.id == "think"


def _asked_today(desk: SessionDesk) -> set[str]:
    session = desk.session()
    asked = set()
    while session.question is not None:
        asked.add(session.question.card.id)
        if not session.bury():
            break
    while session.undo():
        pass
    return asked
