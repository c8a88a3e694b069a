"""Rules of a session's order that hold for any cards."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quiz.memory.arrange import arranged, mixed, near
from quiz.memory.entry import Entry
from quiz.memory.turns import take_turns

TWINS = st.lists(st.sampled_from("abcdef"), max_size=40)


def entries(twins: list[str]) -> list[Entry]:
    return [Entry(str(i), str(i), twin, (), False) for i, twin in enumerate(twins)]


@given(TWINS)
def test_no_two_with_one_answer_follow_each_other_where_that_can_be(twins: list[str]) -> None:
    order = arranged(entries(twins))
    most = max(Counter(twins).values(), default=0)
    unavoidable = max(0, 2 * most - 1 - len(twins))
    assert sum(near(one, other) for one, other in pairwise(order)) == unavoidable


@given(
    st.lists(
        st.builds(
            Entry,
            st.uuids().map(str),
            st.sampled_from("xyz"),
            st.sampled_from(["", "a", "b"]),
            st.sampled_from([(), ("s",), ("s", "t")]),
            st.booleans(),
            st.sampled_from("de"),
        ),
        max_size=30,
    )
)
def test_no_card_is_lost_or_doubled(cards: list[Entry]) -> None:
    assert sorted(arranged(cards)) == sorted(cards)


@given(st.integers(0, 30), st.integers(0, 30))
def test_the_fewer_are_spread_among_the_others_and_each_keeps_its_order(due: int, new: int) -> None:
    one, other = entries(["d"] * due), entries(["n"] * new)
    order = mixed(one, other)
    assert [entry for entry in order if entry.twin == "d"] == one
    assert [entry for entry in order if entry.twin == "n"] == other
    share = new / max(due + new, 1)
    for place in range(due + new):
        begun = sum(entry.twin == "n" for entry in order[: place + 1])
        assert abs(begun - share * (place + 1)) <= 1.5


@given(st.lists(st.integers(0, 10), max_size=6), st.integers(0, 100))
def test_taking_turns_gives_every_item_once_and_each_queue_in_its_order(
    sizes: list[int], seed: int
) -> None:
    queues = {key: iter([(key, i) for i in range(size)]) for key, size in enumerate(sizes)}
    taken = list(take_turns(queues, {0: 0.5}, random.Random(seed)))
    assert sorted(taken) == [(key, i) for key, size in enumerate(sizes) for i in range(size)]
    for key, size in enumerate(sizes):
        assert [i for queue, i in taken if queue == key] == list(range(size))


def test_a_queue_with_twice_the_weight_has_twice_the_turns() -> None:
    queues = {key: iter([key] * 100) for key in (0, 1)}
    turns = take_turns(queues, {0: 1.0, 1: 0.5}, random.Random(1))
    assert Counter(next(turns) for _turn in range(30)) == {0: 20, 1: 10}
