"""Marking values: compared as what they are, not as they are written."""

from __future__ import annotations

import re

from quiz.marking.diff import diff
from quiz.marking.dressing import without_kind
from quiz.marking.mark import Mark, Mistake, Names, Piece, Verdict
from quiz.marking.meant import meant
from quiz.marking.number_words import is_number, without_words
from quiz.marking.shape_words import with_commas
from quiz.marking.spelling import KINDS
from quiz.marking.value_slips import difference, is_slip
from quiz.marking.value_tree import WORDS, Value, parse, words
from quiz.marking.versions import same_version, without_commas, without_word
from quiz.text import Text, both

_QUOTES = re.compile(r"[‘’“”´]")
_DOTS = re.compile(r"^\.(?=[^\W\d])|(?<=[^.])\.$")  # .fit is a method, 10. a sentence or 10.0
_TELLING = frozenset(("dtype", "argument", "keyword", "item"))
_OF_WORDS = _TELLING | KINDS | {"number"}
_SPACES = re.compile(r"\s*([,=()\[\]])\s*")


def mark_value(expected: str, answer: str, names: Names, *, wordy: bool = True) -> Mark:
    """Mark `answer` (NFC, not blank) against one right value.

    Equal: spaces, kind of quotes, order of keyword arguments, how a number, dtype or shape
    is written (1e-3, 1,600, np.float32, 28x28x1); a whole answer also with what `meant`
    takes off, a full stop, or what kind of thing it is (float32 dtype). `wordy`: a number may
    stand among words that leave it what it is (10개, sklearn 1.2). Versions go by their text
    (`versions.same_version`).
    """
    ours, theirs = without_kind(_tidy(answer)), _tidy(expected)
    if ours == theirs:
        return Mark(Verdict.RIGHT, answer, expected)
    ours, theirs = without_word(ours), without_word(theirs)
    number = is_number(theirs)
    if number and wordy:
        ours = without_word(without_words(ours))
    if (same := same_version(ours, theirs)) is not None:
        mistake = None if same else Mistake("version", {"given": ours, "expected": theirs})
        return _mark(expected, answer, mistake, equal=same)
    right = parse(theirs)
    given = parse(_as_python(ours, right, number=number))
    if given is None or right is None:
        return _mark(expected, answer, None, equal=_flat(ours) == _flat(theirs))
    given = meant(given, right)
    if _same_word(given, right):
        return Mark(Verdict.RIGHT, answer, expected)
    mistake = _unwritten_comma(ours, right) or difference(given, right)
    if mistake and (other := _other_name(given, right, mistake, names)) is not None:
        return _confused(expected, answer, mistake, other)
    return _mark(expected, answer, mistake, equal=mistake is None)


def _tidy(text: str) -> str:
    return _DOTS.sub("", _QUOTES.sub("'", text).strip("` \t\n\u200b"))


def _as_python(ours: str, right: Value | None, *, number: bool) -> str:
    if number:
        return without_commas(ours)
    return with_commas(ours) if right and right.kind in ("tuple", "list") else ours


def _flat(text: str) -> str:
    return "".join(text.replace('"', "'").split())


def _same_word(given: Value, right: Value) -> bool:
    words = given.kind in WORDS and right.kind in WORDS
    return words and str(given.data) == str(right.data)


def _unwritten_comma(ours: str, right: Value) -> Mistake | None:
    """`(5)` for `(5,)`: the brackets are there and Python drops them."""
    if right.kind == "tuple" and right.items == (parse(ours),):
        return Mistake("comma", {"given": ours, "expected": right.source})
    return None


def _other_name(
    given: Value, right: Value, mistake: Mistake, names: Names
) -> tuple[str, Text] | None:
    """Return the real name that stands where another one should, in an argument too."""
    known = set(words(right))
    for name in _words_meant(given, mistake):
        for reading in (name, name.rpartition(".")[2]):
            if reading not in known and (purpose := names.get(reading)) is not None:
                return reading, purpose
    return None


def _words_meant(given: Value, mistake: Mistake) -> list[str]:
    """Return the words of `given` that may be what `mistake` is about."""
    if mistake.kind == "keyword" or (mistake.kind == "value" and given.kind == "call"):
        return [mistake.values["given"]]
    return words(given) if given.kind in WORDS or mistake.kind in _OF_WORDS else []


def _confused(expected: str, answer: str, mistake: Mistake, other: tuple[str, Text]) -> Mark:
    name, purpose = other
    told = mistake.kind in _TELLING
    named = mistake if told else Mistake("other name", {"name": name})
    note = both("{name}: {purpose}", name=name, purpose=purpose) if purpose else Text()
    return Mark(Verdict.CONFUSED, answer, expected, named, note, diff=_diff(answer, expected))


def _mark(expected: str, answer: str, mistake: Mistake | None, *, equal: bool) -> Mark:
    if equal:
        return Mark(Verdict.RIGHT, answer, expected)
    verdict = Verdict.SLIP if mistake and is_slip(mistake) else Verdict.WRONG
    return Mark(verdict, answer, expected, mistake, diff=_diff(answer, expected))


def _diff(answer: str, expected: str) -> tuple[Piece, ...]:
    """Return the diff without what is forgiven: spaces at commas, the kind of quotes."""
    ours, theirs = (
        _SPACES.sub(_spaced, _tidy(text).replace('"', "'")) for text in (answer, expected)
    )
    return diff(ours, theirs)


def _spaced(match: re.Match[str]) -> str:
    return {",": ", "}.get(match.group(1), match.group(1))
