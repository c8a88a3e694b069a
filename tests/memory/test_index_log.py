"""A whole log is taken in at once as it would be line by line."""

from __future__ import annotations

import json
import random
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from quiz.memory.effective import effective
from quiz.memory.line import encode, read_fields
from quiz.memory.log_lines import Line
from quiz.memory.review import Deed, Review
from quiz.memory.schedule import replay
from quiz.memory.traces import Traces
from tests.memory.world import DAY, World, contents, rebuilt

START = 1_795_402_800_000
STEPS = st.tuples(
    st.sampled_from("ab"),
    st.sampled_from([*[Deed.ANSWER] * 6, Deed.UNDO, Deed.BURY]),
    st.integers(1, 4),
    st.booleans(),
    st.sampled_from([0, 0, 0, 1, 1, 2]),
    st.integers(0, 5),
)


def written(steps: list[tuple[str, Deed, int, bool, int, int]]) -> list[Review]:
    """Return a log in which every line may undo or replace one of the card's last lines."""
    reviews: list[Review] = []
    day = 739_943
    for number, (card, deed, rating, scheduled, back, days) in enumerate(steps):
        before = [review.id for review in reviews if review.card == card]
        undoes = before[-back] if 0 < back <= len(before) else ""
        if deed is Deed.UNDO and not undoes:
            continue
        day += days
        review = Review(
            id=f"{number:032x}",
            deed=deed,
            card=card,
            at=(day - 719_163) * DAY + number,
            offset=0,
            day=day,
            rating=rating if deed is Deed.ANSWER else 0,
            scheduled=scheduled or deed is not Deed.ANSWER,
            undoes="" if deed is Deed.BURY else undoes,
        )
        reviews.append(review)
    return reviews


def as_line(review: Review) -> Line:
    return Line(review.at, review.id, 0, 1, read_fields(encode(review)))


@given(st.lists(STEPS, max_size=12), st.randoms(use_true_random=False))
def test_cards_that_are_not_odd_are_followed_as_a_replay_would_have_it(
    steps: list[tuple[str, Deed, int, bool, int, int]], rng: random.Random
) -> None:
    reviews = written(steps)
    doubled = sorted(reviews + rng.sample(reviews, len(reviews) // 3), key=lambda r: (r.at, r.id))
    traces = Traces()
    for review in doubled:
        traces.follow(as_line(review))
    states = dict(traces.states(0.9))
    assert states.keys() | traces.odd == {review.card for review in reviews}
    for card, state in states.items():
        own = [review for review in reviews if review.card == card]
        kept = effective(own)
        assert state == replay(kept, 0.9)
        undone = {review.id for review in own} - {review.id for review in kept}
        assert undone == {review.id for review in own} & set(traces.undone)


def test_plain_answers_and_their_replacements_are_not_odd() -> None:
    steps = [("a", Deed.ANSWER, 1, True, back, 0) for back in (0, 1, 1, 0, 1)]
    traces = Traces()
    for review in written(steps):
        traces.follow(as_line(review))
    assert not traces.odd
    assert len(traces.undone) == 3


def long_log(path: Path, seed: int) -> list[Review]:
    """Write a log of some thousand lines, some of them odd, some of them nonsense."""
    rng = random.Random(seed)
    deeds = [Deed.ANSWER] * 30 + [Deed.UNDO, Deed.BURY, Deed.SUSPEND, Deed.UNSUSPEND]
    reviews = written(
        [
            (
                f"card-{rng.randrange(300)}",
                rng.choice(deeds),
                rng.randint(1, 4),
                rng.random() < 0.9,
                rng.choice([0] * 9 + [1, 1, 2]),
                rng.random() < 0.02,
            )
            for _line in range(1500)
        ]
    )
    lines = [encode(review) for review in reviews]
    lines[700:700] = [b"nonsense", b"{}"]
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return reviews


def test_a_long_log_gives_the_same_index_at_once_and_bit_by_bit(world: World) -> None:
    world.plain_deck("a", *(f"card-{number}" for number in range(200)), weak="spot")
    world.store.refresh()
    log = world.places.home / "reviews" / "long.jsonl"
    log.parent.mkdir(exist_ok=True)
    long_log(log, 1)
    whole = log.read_bytes()
    assert len(whole) > 1 << 17
    log.write_bytes(b"")
    for part in range(0, len(whole), 20_000):
        with log.open("ab") as file:
            file.write(whole[part : part + 20_000])
        world.store.refresh()
    log.write_bytes(whole)
    world.store.refresh()
    assert contents(world.store) == rebuilt(world)
    assert len(world.store.bad_lines()) == 2


def test_a_copy_of_a_log_counts_nothing_twice(world: World) -> None:
    log = world.places.home / "reviews" / "long.jsonl"
    log.parent.mkdir(exist_ok=True)
    reviews = long_log(log, 2)
    world.store.refresh()
    before = contents(world.store)
    (log.parent / "long (conflicted copy).jsonl").write_bytes(log.read_bytes())
    world.store.refresh()
    assert contents(world.store)["cards"] == before["cards"]
    assert world.store.review_count() == len(reviews)
    anew = rebuilt(world)
    assert anew["cards"] == before["cards"]
    assert len(anew["reviews"]) == len(reviews)


def test_lines_of_a_later_version_are_passed_over(world: World) -> None:
    world.answer("a")
    [log] = (world.places.home / "reviews").glob("*.jsonl")
    line = json.loads(log.read_bytes())
    later = {**line, "id": "f" * 32, "v": 99}
    with log.open("ab") as file:
        file.write(json.dumps(later).encode() + b"\n")
    world.store.refresh()
    assert world.store.review_count() == 1
    assert len(world.store.bad_lines()) == 1
