from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.memory.effective import effective
from quiz.memory.review import Deed, Review
from quiz.memory.schedule import replay
from tests.memory.strategies import answer, ratings


def undo(number: int, of: int) -> Review:
    return answer(number, 0, deed=Deed.UNDO, undoes=answer(of).id)


def kept(*lines: Review) -> list[int]:
    """The numbers of the lines that are in effect."""
    return [int(line.id, 16) for line in effective(lines)]


def test_an_undo_takes_its_answer_back() -> None:
    assert kept(answer(1), answer(2), undo(3, of=2)) == [1]


def test_another_rating_takes_the_place_of_the_first() -> None:
    lines = effective([answer(1), answer(2, 1), answer(3, 3, undoes=answer(2).id)])
    assert [(int(line.id, 16), line.rating) for line in lines] == [(1, 3), (3, 3)]


def test_undoing_an_undo_or_another_rating_restores_what_was_there() -> None:
    assert kept(answer(1), undo(2, of=1), undo(3, of=2)) == [1]
    assert kept(answer(1), answer(2, undoes=answer(1).id), undo(3, of=2)) == [1]
    assert kept(answer(1), undo(2, of=1), undo(3, of=2), undo(4, of=3)) == []


def test_of_an_answer_rated_anew_twice_only_the_last_rating_holds() -> None:
    rated = [answer(1), answer(2, undoes=answer(1).id), answer(3, undoes=answer(2).id)]
    assert kept(*rated) == [3]
    assert kept(*rated, undo(4, of=3)) == [2]
    assert kept(*rated, undo(4, of=3), undo(5, of=2)) == [1]
    assert kept(*rated, undo(4, of=3), undo(5, of=4)) == [3]


def test_an_answer_undone_twice_stays_undone_when_one_undo_is_undone() -> None:
    assert kept(answer(1), undo(2, of=1), undo(3, of=1), undo(4, of=2)) == []


def test_suspending_can_be_undone_too() -> None:
    assert kept(answer(1, 0, deed=Deed.SUSPEND), undo(2, of=1)) == []


def test_an_undo_of_something_unknown_does_nothing() -> None:
    assert kept(answer(1), undo(2, of=77)) == [1]


def test_lines_that_undo_themselves_or_each_other_do_no_harm() -> None:
    one, two = answer(1, undoes=answer(2).id), answer(2, undoes=answer(1).id)
    assert kept(one, two) == [2]
    assert kept(answer(1, undoes=answer(1).id)) == [1]


def test_the_same_line_in_two_files_counts_once() -> None:
    assert kept(answer(1), answer(2), answer(1)) == [1, 2]


@st.composite
def logs(draw: st.DrawFn) -> list[Review]:
    """A card's lines: answers, other ratings and undoes, some of them twice, some edited."""
    lines = []
    for number in range(draw(st.integers(1, 12))):
        target = draw(st.none() | st.integers(0, 12))
        undoes = "" if target is None else answer(target).id
        deed = draw(st.sampled_from([Deed.ANSWER, Deed.UNDO])) if undoes else Deed.ANSWER
        rating = draw(ratings) if deed is Deed.ANSWER else 0
        day = 739_000 + draw(st.integers(-2, 30))
        lines.append(answer(number, rating, day, deed=deed, undoes=undoes))
    edited = draw(st.lists(st.sampled_from(lines), max_size=2))
    return lines + [answer(int(line.id, 16), draw(ratings)) for line in edited]


@given(logs(), st.data())
def test_two_machines_logs_give_the_same_state_whichever_is_read_first(
    lines: list[Review], data: st.DataObject
) -> None:
    here = data.draw(st.lists(st.sampled_from(lines)))
    there = [line for line in lines if line not in here]
    shuffled = data.draw(st.permutations(lines))
    expected = effective(lines)
    assert effective([*here, *there]) == effective([*there, *here]) == expected
    assert effective(shuffled) == expected
    assert replay(effective(shuffled), 0.9) == replay(expected, 0.9)


@given(logs())
def test_lines_in_effect_are_in_order_of_time_and_stay_in_effect_on_their_own(
    lines: list[Review],
) -> None:
    found = effective(lines)
    assert found == sorted(found, key=lambda line: (line.at, line.id))
    assert effective(found) == found
