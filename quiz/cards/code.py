"""code: Python to be typed, judged by its syntax tree; it fades from a token to the whole block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, NamedTuple

from quiz.cards.card import Card, Input, Question
from quiz.cards.fields import ASK, Field
from quiz.cards.problem import quoted
from quiz.cards.reading import Common, Fields
from quiz.i18n import N_
from quiz.marking.mark import Mark, Names, Piece, Verdict
from quiz.text import Text, both

LABEL = N_("Code: judged by what it does")
FIELDS = (
    ASK,
    Field("answer", N_("Code"), "code", required=True),
    Field("accept", N_("Also right"), "codes"),
    Field("token", N_("First asked alone"), "line"),
    Field("free", N_("Variables with any name"), "lines"),
)
_HOLE = "[…]"
_QUOTES = ("'", '"')


class Level(NamedTuple):
    """How much of the code is asked: the place of what the learner types."""

    name: Literal["token", "line", "block"]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Card):
    """One level of a piece of code; a note's levels open one after another."""

    KIND: ClassVar[str] = "code"

    code: str
    """The whole right code."""
    level: Level
    accept: tuple[str, ...] = ()
    """Other right code, whole like `code`."""
    free: tuple[str, ...] = ()
    """Variables that may be called anything."""

    def question(self, seed: int) -> Question:
        """Return the question; below the block level the code stands in it, with a hole."""
        if self.level.name == "block":
            several = any("\n" in text for text in (self.code, *self.accept))
            return Question(self, seed, self.ask, Input.CODE if several else Input.LINE)
        holed = self._filled(_HOLE)
        ask = Text(f"{self.ask.ko}\n\n{holed}", f"{self.ask.en}\n\n{holed}")
        return Question(self, seed, ask, Input.LINE, code=holed)

    def mark(self, question: Question, answer: str, names: Names) -> Mark:
        """Judge the code with `answer` in its place, by what it does, without running it."""
        from quiz.marking.code.judge import is_attempt
        from quiz.marking.judge import judge

        if not answer.strip():
            return Mark(Verdict.BLANK, "", self._piece())
        rights = (self.code, *self.accept)
        if self.level.name == "block":
            return judge(rights, answer, "code", names, free=self.free)
        given = self._typed(answer)
        mark = judge(rights, self._filled(given), "code", names, free=self.free)
        keys = mark.keys[self.level.start : len(mark.keys) - len(self.code) + self.level.end]
        hopeless = mark.is_unread and not is_attempt(self._piece(), keys or given)
        return replace(
            mark,
            verdict=Verdict.WRONG if hopeless else mark.verdict,
            given=given,
            keys=keys,
            expected=self._piece(),
            diff=tuple(self._cut(mark.diff, len(keys or given))),
        )

    def accepted(self, answer: str) -> str:
        """Return the whole code with `answer` in its place."""
        return self._filled(answer.strip("\n"))

    def solution(self) -> Text:
        """Return what belongs in the hole, or the whole code."""
        return Text(self._piece(), self._piece())

    @property
    def answer_type(self) -> str:
        """Code."""
        return "code"

    def hints(self) -> tuple[str, ...]:
        """Return what is to be typed."""
        return (self._piece(),)

    def _piece(self) -> str:
        return self.code[self.level.start : self.level.end]

    def _typed(self, answer: str) -> str:
        """Return `answer` without what stands round the hole already: quotes, (), a comma."""
        before, after = self.code[: self.level.start], self.code[self.level.end :]
        typed = answer.strip()
        quoted = before[-1:] == after[:1] in _QUOTES
        if quoted and len(typed) > 2 and typed[0] == typed[-1] in _QUOTES:
            return typed[1:-1]
        for following, typed_on in (("(", "()"), (",", ",")):
            if after.startswith(following):
                typed = typed.removesuffix(typed_on)
        return typed

    def _filled(self, piece: str) -> str:
        return self.code[: self.level.start] + piece + self.code[self.level.end :]

    def _cut(self, pieces: tuple[Piece, ...], length: int) -> Iterator[Piece]:
        """Give the part of a diff of the whole code that is within the answer's place."""
        at = 0
        for piece in pieces:
            first = max(at, self.level.start)
            last = min(at + len(piece.given), self.level.start + length)
            if piece.op == "same" and first < last:
                text = piece.given[first - at : last - at]
                yield Piece("same", text, text)
            elif piece.op != "same" and first <= last:
                yield piece
            at += len(piece.given)


def read(fields: Fields, common: Common) -> list[Card]:
    """Make a card for each level of the code in `fields`: its token, its line, the block."""
    code = fields.text("answer").en
    accept = fields.lines("accept") if "accept" in fields.raw else ()
    free = fields.lines("free") if "free" in fields.raw else ()
    token = fields.line("token") if "token" in fields.raw else ""
    if fields.sound:
        _check(fields, code, accept, token)
    if not fields.sound:
        return []
    cards: list[Card] = []
    before = ""
    for level in _levels(code, token):
        own = common.copy()
        if common["id"] and level.name != "block":
            own["id"] = f"{common['id']}-{level.name}"
        cards.append(
            Code(**own, code=code, level=level, accept=accept, free=free, opens_after=before)
        )
        before = own["id"]
    return cards


def _levels(code: str, token: str) -> Iterator[Level]:
    """Give the levels of `code`, from the least to type; without a token only the block."""
    if token:
        at = code.index(token)
        yield (asked := Level("token", at, at + len(token)))
        start = code.rfind("\n", 0, at) + 1
        end = code.find("\n", at) if "\n" in code[at:] else len(code)
        start += len(code[start:end]) - len(code[start:end].lstrip())
        end -= code[start:end].endswith(",")  # it stands behind the hole, not in it
        if (start, end) not in ((0, len(code)), (asked.start, asked.end)):
            yield Level("line", start, end)
    yield Level("block", 0, len(code))


def _check(fields: Fields, code: str, accept: tuple[str, ...], token: str) -> None:
    from quiz.marking.code.parse import Broken, parse, plain

    for text in (code, *accept):
        if isinstance(broken := parse(plain(text)), Broken):
            line = text.splitlines()[int(broken.mistake.values["line"]) - 1]
            message = both("This is not Python: {line}", line=quoted(line.strip()))
            hint = both("Mend it; the answer of a code card is read, never run.")
            fields.complain("bad-code", message, hint, fields.raw.get("answer"))
            return
    if token and token not in code:
        message = both("The token {token} is not in the code", token=quoted(token))
        hint = both("Write a part of the answer, letter for letter.")
        fields.complain("token-not-in-code", message, hint, fields.raw.get("token"))
