"""Patterns of slips: what a mistake has in common with others, and where it could happen again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quiz.i18n import N_
from quiz.marking.letters import SOUNDS, word_ends
from quiz.marking.mark import Mistake
from quiz.marking.mistakes import sentence
from quiz.marking.spelling import KINDS, spelling
from quiz.text import Text, both

CONFUSED = "confused"
"""The kind of a pattern that takes one real name for another."""
MISCONCEPTION = "misconception"
"""The kind of a pattern that is a misconception about shapes; `given` is its id."""
_LONGEST = 80
"""Characters of what was written that a pattern keeps."""

_WORDS = frozenset(("form", "short", "long", "word", "word missing"))
_PAIRS = _WORDS | {"ending", "vowel", "lookalike", "letter", "digit", "swapped", *SOUNDS.values()}
_LETTERS = frozenset(("doubled", "undoubled", "dropped", "extra", "moved"))
_OTHER_NAMES = {
    "other name": ("name", ""),
    "near other name": ("name", ""),
    "code other": ("given", "expected"),
}
"""Mistakes that are confusions, and the values that hold the name written and the right one."""


class Pattern(NamedTuple):
    """What was written for what was right, apart from the name in which it happened."""

    kind: str
    """A kind of mistake (`quiz.marking.mistakes`), or CONFUSED."""
    given: str = ""
    expected: str = ""
    """Of a confusion "" where the mistake does not say: it is the card's answer."""

    @property
    def is_slip(self) -> bool:
        """Whether it is one of letters, words or names; others have no pattern but their kind."""
        return self.kind == CONFUSED or self.kind in KINDS


def patterns_of(mistake: Mistake) -> list[Pattern]:
    """Return the patterns in `mistake`, "several" taken apart, each once."""
    return list(dict.fromkeys(p for one in _parts(mistake) for p in _patterns(one)))


def places(pattern: Pattern, name: str) -> list[tuple[int, int]]:
    """Return the (start, end) of what can go wrong by `pattern` in the right name `name`."""
    text, wanted = name.casefold(), pattern.expected.casefold()
    if pattern.kind == "ending":
        return [(i, i + 1) for i in _found(wanted[1:], text) if word_ends(name, i + 2)]
    if pattern.kind == "singular":
        return [(len(name) - 1, len(name))] if text.endswith("s") else []
    if pattern.kind in ("underscore", "hyphen", "space"):
        return [(i, i + 1) for i in _found("_", text)]
    if pattern.kind == "case":
        return [(i, i + 1) for i, letter in enumerate(name) if letter.isupper()]
    if pattern.kind == "doubled":
        return [(i, i + 1) for i in _found(wanted, text) if wanted not in _beside(text, i)]
    if pattern.kind == "moved" or pattern.kind not in KINDS:
        return []
    found = [(i, i + len(wanted)) for i in _found(wanted, text)]
    return [span for span in found if pattern.kind not in _WORDS or _is_word(name, *span)]


def misspelled(pattern: Pattern, name: str) -> Iterator[str]:
    """Yield `name` as one who makes this slip would write it, once for each place."""
    if pattern.kind == "plural":
        yield f"{name}s"
    for start, end in places(pattern, name):
        wrong = _written(pattern, name[start:end])
        if wrong != name[start:end]:
            yield name[:start] + wrong + name[end:]


def said(pattern: Pattern) -> Text:
    """Return what the pattern is called: "-ar for -er", "ss for s", "capitals"."""
    if pattern.kind == CONFUSED:
        return both("{given} ↔ {expected}", given=pattern.given, expected=pattern.expected)
    if pattern.kind == MISCONCEPTION:
        return sentence(Mistake(MISCONCEPTION, {"ids": pattern.given}))
    words = _NAMES.get(pattern.kind)
    if words is None and not pattern.given:
        words = N_("‘{expected}’ left out")
    elif words is None and not pattern.expected:
        words = N_("‘{given}’ too many")
    words = words or N_("{given} for {expected}")
    return both(words, given=pattern.given, expected=pattern.expected)


_NAMES = {
    "moved": N_("‘{given}’ in the wrong place"),
    "singular": N_("s at the end left out"),
    "plural": N_("s at the end too many"),
    "case": N_("capitals"),
    "underscore": N_("underscores"),
    "hyphen": N_("hyphen in a name"),
    "space": N_("space in a name"),
    "order": N_("words of a name in another order"),
}


def _parts(mistake: Mistake) -> Iterator[Mistake]:
    """Yield what a "several" is made of, else the mistake itself."""
    if mistake.kind != "several":
        yield mistake
        return
    for place in sorted(key for key in mistake.values if key.isdigit()):
        own = {
            key.partition(".")[2]: value
            for key, value in mistake.values.items()
            if key.startswith(f"{place}.")
        }
        yield Mistake(mistake.values[place], own)


def _patterns(mistake: Mistake) -> list[Pattern]:
    kind, values = mistake.kind, mistake.values
    if kind in _OTHER_NAMES:
        name, right = _OTHER_NAMES[kind]
        return [Pattern(CONFUSED, values.get(name, "")[:_LONGEST], values.get(right, ""))]
    if kind == MISCONCEPTION:
        return [Pattern(kind, id) for id in values.get("ids", "").split()]
    if kind == "code argument misspelled":
        slip = spelling(values.get("given", ""), values.get("expected", ""))
        return patterns_of(slip) if slip else [Pattern(kind)]
    if kind in _LETTERS:
        given, expected = _of_letters(kind, values.get("letters", ""))
    elif kind in _PAIRS:
        given, expected = values.get("given", ""), values.get("expected", "")
    else:
        return [Pattern(kind)]
    return [Pattern(kind, given.casefold()[:_LONGEST], expected.casefold()[:_LONGEST])]


def _of_letters(kind: str, letters: str) -> tuple[str, str]:
    """Return what was written and what is right where a mistake names its letters only."""
    if kind == "moved":
        return letters, letters
    if kind in ("dropped", "extra"):
        return ("", letters) if kind == "dropped" else (letters, "")
    return (letters * 2, letters) if kind == "doubled" else (letters, letters * 2)


def _found(part: str, text: str) -> Iterator[int]:
    """Yield where `part` begins in `text`, one place after the other."""
    at = text.find(part) if part else -1
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


def _beside(text: str, place: int) -> str:
    return text[max(place - 1, 0) : place] + text[place + 1 : place + 2]


def _is_word(name: str, start: int, end: int) -> bool:
    return word_ends(name, end) and (start == 0 or word_ends(name, start))


def _written(pattern: Pattern, right: str) -> str:
    """Return what the slip puts in the place of `right`, which begins as `right` does."""
    if pattern.kind == "case":
        return right.lower()
    if pattern.kind in ("singular", "underscore"):
        return ""
    if pattern.kind in ("hyphen", "space"):
        return "-" if pattern.kind == "hyphen" else " "
    wrong = pattern.given[1:2] if pattern.kind == "ending" else pattern.given
    return wrong[:1].upper() + wrong[1:] if right[:1].isupper() else wrong
