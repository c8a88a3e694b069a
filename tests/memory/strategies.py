"""What Hypothesis draws for the rooms of memory."""

from __future__ import annotations

from hypothesis import strategies as st

from quiz.marking.mark import Mistake, Verdict
from quiz.memory.day import LATEST, day_number
from quiz.memory.review import Deed, Review

ids = st.integers(0, 2**128 - 1).map(lambda number: f"{number:032x}")
ratings = st.integers(1, 4)
texts = st.text(st.characters(exclude_categories=()), max_size=30)
"""Any characters whatever: newlines, U+2028, NUL, lone surrogates."""
sound_texts = st.text(max_size=30)
mistakes = st.builds(Mistake, sound_texts, st.dictionaries(sound_texts, sound_texts, max_size=3))


@st.composite
def reviews(draw: st.DrawFn, words: st.SearchStrategy[str] = sound_texts) -> Review:
    """Any review that a session could make, what is typed drawn from `words`."""
    deed = draw(st.sampled_from(Deed))
    at = draw(st.integers(0, LATEST - 1))
    offset = draw(st.integers(-1439, 1439))
    return Review(
        id=draw(ids),
        deed=deed,
        card=draw(st.text(min_size=1, max_size=20)),
        at=at,
        offset=offset,
        day=day_number(at, offset, draw(st.integers(0, 23))),
        rating=draw(ratings) if deed is Deed.ANSWER else 0,
        verdict=draw(st.sampled_from(["", *map(str, Verdict)])),
        mistake=draw(st.none() | mistakes),
        typed=draw(words),
        retry=draw(st.none() | words),
        hints=draw(st.integers(0, 50)),
        seconds=draw(st.integers(0, 10_000_000)) / 1000,
        seed=draw(st.integers(0, 2**63 - 1)),
        scheduled=draw(st.booleans()),
        overruled=draw(st.booleans()),
        undoes=draw(ids if deed is Deed.UNDO else st.just("") | ids),
    )


def answer(number: int, rating: int = 3, day: int = 739_000, **more: object) -> Review:
    """The `number`-th answer to the card "loss", on `day` at noon UTC."""
    at = (day - 719_163) * 86_400_000 + 43_200_000 + number
    fields = {"id": f"{number:032x}", "card": "loss", "at": at, "offset": 540, "day": day}
    return Review(**{**fields, "rating": rating, **more})  # type: ignore[arg-type]
