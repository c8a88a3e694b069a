from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.marking.mark import Mistake
from quiz.memory.line import LONGEST_TEXT, LineError, decode, encode, read_fields
from quiz.memory.log_files import LONGEST_LINE
from quiz.memory.review import Deed, Review
from tests.memory.strategies import answer, reviews, texts

GOOD = json.loads(encode(answer(7)))


def line_with(**changes: object) -> bytes:
    return json.dumps({**GOOD, **changes}).encode()


def test_a_line_can_be_read_by_a_person() -> None:
    review = replace(
        answer(1, 2, verdict="slip", typed="crossentropyy"),
        mistake=Mistake("doubled", {"letter": "y"}),
    )
    assert encode(review).decode() == (
        '{"id":"00000000000000000000000000000001","card":"loss","at":1713960000001,"offset":540,'
        '"day":739000,"rating":2,"verdict":"slip",'
        '"mistake":{"kind":"doubled","values":{"letter":"y"}},"typed":"crossentropyy"}'
    )


def test_korean_stands_in_the_line_as_it_was_typed() -> None:
    assert "원-핫 인코딩".encode() in encode(answer(1, typed="원-핫 인코딩"))


@given(reviews())
def test_a_review_reads_back_as_it_was_written(review: Review) -> None:
    assert decode(encode(review)) == review
    assert decode(encode(review) + b"\n") == review


@given(reviews(texts))
def test_whatever_was_typed_stays_on_one_line_of_sound_text(review: Review) -> None:
    line = encode(review)
    assert b"\n" not in line
    typed = review.typed.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert decode(line).typed == typed


@given(reviews(texts))
def test_reading_and_writing_again_changes_no_byte(review: Review) -> None:
    line = encode(review)
    assert encode(decode(line)) == line


def test_half_an_emoji_becomes_a_replacement_mark_and_two_halves_the_emoji() -> None:
    assert decode(encode(answer(1, typed="a\ud83d"))).typed == "a\ufffd"
    assert decode(encode(answer(1, typed="a\ud83d\ude00"))).typed == "a😀"


def test_a_huge_paste_is_cut_but_the_answer_is_kept() -> None:
    huge = "\x00" * 10_000_000
    kept = decode(encode(answer(1, typed=huge, retry=huge, mistake=Mistake("x", {"it": huge}))))
    assert kept.rating == 3
    assert kept.typed == huge[:LONGEST_TEXT]


@pytest.mark.parametrize(
    "review",
    [
        answer(1, 9),
        answer(1, 0),
        answer(1, seconds=float("nan")),
        answer(1, id="ABC"),
        answer(1, card=""),
        answer(1, card="x" * LONGEST_LINE),
        answer(1, deed=Deed.UNDO, rating=0),
    ],
    ids=lambda review: str(review)[:60],
)
def test_nothing_is_written_that_could_not_be_read(review: Review) -> None:
    with pytest.raises(ValueError, match=r"not fit|JSON"):
        encode(review)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "0123"),
        ("id", "G" * 32),
        ("id", "_" * 32),
        ("id", 7),
        ("deed", "dance"),
        ("deed", ["answer"]),
        ("deed", None),
        ("card", ""),
        ("card", 5),
        ("at", -1),
        ("at", 10**15),
        ("at", 10**30),
        ("at", 1.5),
        ("at", "1713960000001"),
        ("at", True),
        ("offset", 1440),
        ("day", 0),
        ("day", 739_009),
        ("rating", 9),
        ("rating", 0),
        ("rating", -1),
        ("rating", 3.0),
        ("rating", True),
        ("verdict", "superb"),
        ("mistake", "doubled"),
        ("mistake", {}),
        ("mistake", {"kind": 3}),
        ("mistake", {"kind": "x", "values": []}),
        ("mistake", {"kind": "x", "values": {"a": 1}}),
        ("typed", None),
        ("retry", 5),
        ("hints", -1),
        ("seconds", -0.1),
        ("seconds", 1e300),
        ("seconds", float("nan")),
        ("seconds", float("inf")),
        ("seconds", "12"),
        ("seed", -1),
        ("seed", 2**63),
        ("scheduled", 1),
        ("overruled", "yes"),
        ("undoes", "x"),
    ],
)
def test_a_field_that_makes_no_sense_is_named(key: str, value: object) -> None:
    with pytest.raises(LineError) as refusal:
        decode(line_with(**{key: value}))
    assert f"“{key}”" in refusal.value.reason.en


@pytest.mark.parametrize("key", ["id", "card", "at", "offset", "day", "rating"])
def test_a_line_that_lacks_what_every_review_has_is_refused(key: str) -> None:
    line = json.dumps({name: value for name, value in GOOD.items() if name != key}).encode()
    with pytest.raises(LineError, match=f"“{key}”"):
        decode(line)


def test_an_undo_that_names_nothing_is_refused() -> None:
    with pytest.raises(LineError, match="undoes"):
        decode(line_with(deed="undo", rating=0))


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"[]",
        b"null",
        b"7",
        b"{}",
        b"\x00" * 50,
        b"\xff\xfe{}",
        encode(answer(1)) + b"}",
        encode(answer(1)) + encode(answer(2)),
        encode(answer(1))[:-1],
        b"[" * 100_000,
        b'{"at":' + b"9" * 5000 + b"}",
        line_with(typed="\ud800"),
        line_with(extra="x" * LONGEST_LINE),
    ],
    ids=lambda line: repr(line[:20]),
)
def test_what_is_no_review_is_refused(line: bytes) -> None:
    with pytest.raises(LineError):
        decode(line)


def test_keys_that_a_later_version_adds_are_passed_over() -> None:
    assert decode(line_with(mood="good", v=1)) == answer(7)


@pytest.mark.parametrize("version", [2, "1", None])
def test_a_line_that_calls_itself_of_a_later_version_is_set_aside(version: object) -> None:
    with pytest.raises(LineError, match="later version"):
        decode(line_with(v=version))


def test_whole_seconds_may_be_written_without_a_point() -> None:
    assert decode(line_with(seconds=12)).seconds == 12


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([*GOOD, "mistake", "undoes", "deed", "retry"]), json_values))
def test_any_values_whatever_are_read_or_refused(changes: dict[str, object]) -> None:
    line = line_with(**changes)
    with suppress(LineError):
        review = decode(line)
        assert decode(encode(review)) == replace(review, seconds=round(review.seconds, 3))


@given(st.binary(max_size=200))
def test_any_bytes_whatever_are_read_or_refused(line: bytes) -> None:
    with pytest.raises(LineError):
        decode(line)


@given(reviews())
def test_the_fields_of_a_line_are_those_of_its_review(review: Review) -> None:
    fields = read_fields(encode(review))
    assert fields["card"] == review.card
    assert fields.get("rating", 0) == review.rating
    assert fields.get("undoes", "") == review.undoes
