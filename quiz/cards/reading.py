"""A card's values by key and type; whatever is wrong with them is collected as Problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypedDict

from quiz.cards import dtype_first
from quiz.cards.dtype_first import DtypeFirst
from quiz.cards.problem import Problem, quoted
from quiz.text import Text, both, clean, nfc

MOST_PROBLEMS = 100
"""Problems of one card that are told."""
_NOTHING = Text()


class Common(TypedDict):
    """The arguments every Card takes."""

    id: str
    note: str
    deck: str
    ask: Text
    why: Text
    source: str
    weak: tuple[str, ...]
    tags: tuple[str, ...]
    line: int
    dtype_first: DtypeFirst | None


class Fields:
    """Typed getters over one raw card: texts, lists and mappings, which may know their place.

    A value that is missing or wrong reads as the empty one. `problems` collects what is wrong;
    while `sound`, a card can be made.
    """

    __slots__ = ("at", "file", "id", "problems", "raw", "sound")

    def __init__(self, raw: Mapping[str, object], file: str = "", line: int = 0) -> None:
        self.raw = raw
        self.file = file
        self.at = line
        self.problems: list[Problem] = []
        self.sound = True
        self.id = ""
        if "id" in raw:
            self.id = self._id()

    def common(self, deck: str, weak: tuple[str, ...], tags: tuple[str, ...]) -> Common:
        """Return what every Card takes; `weak` and `tags` are the deck's, for a card without."""
        raw = self.raw
        return {
            "id": self.id,
            "note": self.id,
            "deck": deck,
            "ask": self.text("ask"),
            "why": self.text("why") if "why" in raw else _NOTHING,
            "source": self.line("source") if "source" in raw else "",
            "weak": self.lines("weak") if "weak" in raw else weak,
            "tags": self.lines("tags") if "tags" in raw else tags,
            "line": self.at,
            "dtype_first": dtype_first.read(self) if dtype_first.KEY in raw else None,
        }

    def line(self, key: str) -> str:
        """Return the value of `key` as one line."""
        value = self.raw.get(key)
        if not value:
            return ""
        if not isinstance(value, str):
            self._wrong_type(key, value, both("a text"))
            return ""
        return clean(value.strip())

    def choice(self, key: str, choices: Sequence[str]) -> str:
        """Return the value of `key`, one of `choices`, or ""."""
        value = self.line(key)
        if value and value not in choices:
            self.complain(
                "unknown-value",
                both("{key} cannot be {value}", key=key, value=quoted(value)),
                did_you_mean(value, choices),
                self.raw.get(key),
            )
            return ""
        return value

    def lines(self, key: str) -> tuple[str, ...]:
        """Return the value of `key`: a list of lines, or one."""
        return self.lines_of(key, self.raw.get(key))

    def lines_of(self, key: str, value: object) -> tuple[str, ...]:
        """Return `value`, found at `key`: a list of lines, or one."""
        lines = []
        for item in self._list_of(key, value):
            if not isinstance(item, str):
                self._wrong_type(key, item, both("a text"))
            elif line := clean(item.strip()):
                lines.append(line)
        return tuple(lines)

    def text(self, key: str) -> Text:
        """Return the value of `key`: a text or {ko: …, en: …}."""
        value = self.raw.get(key)
        return self.text_of(key, value) if value else _NOTHING

    def texts(self, key: str) -> tuple[Text, ...]:
        """Return the value of `key`: a list of texts, or one."""
        value = self.raw.get(key)
        items = [value] if isinstance(value, dict) else self._list(key)
        return tuple(self.text_of(key, item) for item in items)

    def items(self, key: str) -> tuple[tuple[Text, ...], ...]:
        """Return the value of `key`: a list of items, each as its alternatives, the best first."""
        found = []
        for item in self._list(key):
            texts = item if isinstance(item, list) else [item]
            if not texts:
                self._empty(key, item)
            found.append(tuple(self.text_of(key, text) for text in texts))
        return tuple(found)

    def options(self, key: str) -> tuple[tuple[Text, Text], ...]:
        """Return the value of `key`: a list of options, each its text and why it is wrong."""
        return tuple(self._option(key, value) for value in self._list(key))

    def part(self, key: str) -> Fields | None:
        """Return the value of `key`, a mapping, as Fields whose problems are among these."""
        value = self.raw.get(key)
        if not isinstance(value, dict):
            self._wrong_type(key, value, both("a mapping"))
            return None
        part = Fields(value, self.file, getattr(value, "line", self.at))
        part.problems = self.problems
        return part

    def text_of(self, key: str, value: object) -> Text:
        """Return `value`, found at `key`, as a text."""
        if isinstance(value, str):
            plain = clean(value.rstrip())
            text = Text(plain, plain)
        elif isinstance(value, dict):
            text = self._two_languages(key, value)
        else:
            self._wrong_type(key, value, both("a text"))
            return _NOTHING
        if not text and self.sound:
            self._empty(key, value)
        return text

    def check(self, known: frozenset[str], required: Iterable[str]) -> None:
        """Complain about keys that are not `known` and `required` ones that are missing."""
        if not self.raw.keys() <= known:
            for key in (key for key in self.raw if key not in known):
                self.unknown_key(key, known)
        for key in required:
            if not self.raw.get(key):
                message = both("{key} is missing", key=key)
                hint = both("Add a line {key}: …", key=key)
                self.complain("missing-key", message, hint, self.raw.get(key))

    def unknown_key(self, key: object, known: Iterable[str]) -> None:
        """Complain about a key that is none of `known`; the card still works."""
        sound = self.sound
        message = both("{key} is not a key here", key=quoted(key))
        self.complain("unknown-key", message, did_you_mean(str(key), known), key)
        self.sound = sound

    def complain(self, code: str, message: Text, hint: Text, at: object = None) -> None:
        """Add a problem, at the place of the value `at` where it has one, else at the card's."""
        self.sound = False
        if len(self.problems) < MOST_PROBLEMS:
            line, column = getattr(at, "line", self.at), getattr(at, "column", 0)
            self.problems.append(Problem(self.file, line, column, self.id, code, message, hint))

    def _id(self) -> str:
        value = nfc(self.line("id"))
        if " " in value or not value.isprintable():
            message = both("The id {id} has spaces in it", id=quoted(value))
            hint = both("Use letters, digits and hyphens, as in loss-binary.")
            self.complain("bad-id", message, hint, self.raw.get("id"))
        return value

    def _list(self, key: str) -> list[object]:
        return self._list_of(key, self.raw.get(key))

    def _list_of(self, key: str, value: object) -> list[object]:
        if isinstance(value, list):
            return value
        if isinstance(value, str):
            return [value] if value else []
        if value is not None:
            self._wrong_type(key, value, both("a list"))
        return []

    def _two_languages(self, key: str, value: dict[str, object]) -> Text:
        ko, en = value.get("ko", ""), value.get("en", "")
        for language in value:
            if language not in ("ko", "en"):
                self.unknown_key(language, ("ko", "en"))
        if not isinstance(ko, str) or not isinstance(en, str):
            self._wrong_type(key, en if isinstance(ko, str) else ko, both("a text"))
            return _NOTHING
        ko, en = clean(ko.rstrip()), clean(en.rstrip())
        return Text(ko or en, en or ko)

    def _option(self, key: str, value: object) -> tuple[Text, Text]:
        if not isinstance(value, dict) or "text" not in value:
            return self.text_of(key, value), _NOTHING
        for name in value:
            if name not in ("text", "why"):
                self.unknown_key(name, ("text", "why"))
        why = self.text_of("why", value["why"]) if "why" in value else _NOTHING
        return self.text_of(key, value["text"]), why

    def _empty(self, key: str, value: object) -> None:
        self.complain("empty", both("A text of {key} is empty", key=key), both("Write it."), value)

    def _wrong_type(self, key: str, value: object, wanted: Text) -> None:
        message = both(
            "{key} should be {wanted}, not {found}", key=key, wanted=wanted, found=_name(value)
        )
        hint = both("A text that begins with [ or { needs quotes.")
        self.complain("wrong-type", message, hint, value)


def did_you_mean(word: str, known: Iterable[str]) -> Text:
    """Return "Did you mean …?" if `word` is near one of `known`, else the list of them."""
    return _did_you_mean(word[:100], tuple(sorted(known)))


@lru_cache(maxsize=1000)  # a deck made by a program has one mistake in every card
def _did_you_mean(word: str, known: tuple[str, ...]) -> Text:
    from difflib import get_close_matches  # only a problem needs it, and it is slow to import

    if near := get_close_matches(word.lower(), known, n=1):
        return both("Did you mean {word}?", word=near[0])
    return both("There are: {words}.", words=", ".join(known))


def _name(value: object) -> Text:
    if isinstance(value, dict):
        return both("a mapping")
    return both("a list") if isinstance(value, list) else both("a text")
