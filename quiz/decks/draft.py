"""A deck file as an edit sees it: its bytes, its text, and every value with its place."""

from __future__ import annotations

import codecs
import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from quiz.decks.place import BREAK, Child, children, in_brackets
from quiz.decks.source import Source
from quiz.decks.yaml import Map, Node, Scalar, Seq, stream
from quiz.errors import DeckError
from quiz.i18n import _

_NOTHING = re.compile(r"(?:\s|#[^\r\n]*|^---(?=\s|\Z))*\Z", re.MULTILINE)
_NO_LIST = ("", "~", "null")


class Draft:
    """The deck in `data`, read as `decks.yaml` reads it; `file` is its name in messages.

    Raises DeckError where the text cannot be read to its end. What is wrong within one card is
    no hindrance: it is in `problems`. Where not `placed`, only whole cards know their place.
    """

    def __init__(self, data: bytes, file: str, *, placed: bool = True) -> None:
        self.file = file
        self.mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        self.text = _decoded(data, file)
        self.pairs = Map()
        self.problems: list[str] = []
        if not self.is_empty:
            for part in stream(Source.of(self.text, file), streamed=None, placed=placed):
                self.pairs.setdefault(part.key, part.value)
                self.problems += (problem.code for problem in part.problems)

    @property
    def is_empty(self) -> bool:
        """There is nothing in the file but blank lines and comments."""
        return bool(_NOTHING.match(self.text))

    @property
    def top(self) -> list[Child]:
        """The pairs at the top of the file."""
        return children(self.text, self.pairs)

    @property
    def in_brackets(self) -> bool:
        """The whole file is one mapping in brackets."""
        return self.text[: self.top[0].start].rstrip().endswith("{") if self.pairs else False

    @property
    def list_in_brackets(self) -> bool:
        """The list of cards is in brackets."""
        return isinstance(self.cards, Seq) and in_brackets(self.text, self.cards)

    @property
    def newline(self) -> str:
        """The line break of the file: that of its first line."""
        found = BREAK.search(self.text)
        return found[0] if found and found[0] == "\r\n" else "\n"

    @property
    def ends_open(self) -> bool:
        """The last line has no line break."""
        return not self.text.endswith(("\n", "\r"))

    @property
    def cards(self) -> Sequence[Node]:
        """The cards' values, good and bad. Raises DeckError if `cards` is no list."""
        cards = self.pairs.get(Scalar("cards"), Scalar())
        if isinstance(cards, Seq):
            return cards
        if cards in _NO_LIST:
            return ()
        raise DeckError(
            _("`cards` is not a list."),
            _("Begin each card below `cards:` with a dash."),
            file=self.file,
            line=cards.line,
            column=cards.column,
        )

    def with_text(self, text: str) -> bytes:
        """Return the bytes of a file like this one that holds `text`. Raises DeckError."""
        try:
            return self.mark + text.encode()
        except UnicodeEncodeError as error:
            raise DeckError(
                _("The card holds half a character, which no file can hold."),
                _("Type the text again."),
                file=self.file,
            ) from error

    def is_now(self, data: bytes, expected: Mapping[str, object]) -> bool:
        """Tell whether `data` reads as `expected`, with no problem that was not there before."""
        try:
            new = Draft(data, self.file, placed=False)
        except DeckError:
            return False
        # A `|` text that ended with the file gets its line break when something follows.
        loose = self.ends_open
        return _plain(new.pairs, loose) == _plain(expected, loose) and (
            Counter(new.problems) <= Counter(self.problems)
        )


def _decoded(data: bytes, file: str) -> str:
    source = Source(file, io.BytesIO(data))
    return "".join(iter(lambda: source.read(1 << 20), ""))


def _plain(value: object, loose: bool) -> object:
    if isinstance(value, str):
        return value.rstrip("\n") if loose else value
    if isinstance(value, Mapping):
        return {key: _plain(item, loose) for key, item in value.items()}
    assert isinstance(value, Sequence)
    return [_plain(item, loose) for item in value]
