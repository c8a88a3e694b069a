"""error: real code that fails, or goes wrong in silence: its cause, then the line that mends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from quiz.cards.card import Card, Input, Question
from quiz.cards.choice import Choice, options
from quiz.cards.code import Code, Level
from quiz.cards.fields import TYPE, Field
from quiz.cards.problem import quoted
from quiz.cards.reading import Common, Fields
from quiz.cards.typed import Typed
from quiz.i18n import N_
from quiz.marking.mark import Mark, Names
from quiz.text import Text, both

LABEL = N_("Error: its cause and the line that mends it")
FIELDS = (
    Field("message", N_("Error message"), "text"),
    Field("ask", N_("What was wanted"), "text"),
    Field("output", N_("Wrong output"), "text"),
    Field("code", N_("Code"), "code", required=True),
    Field("cause", N_("Cause"), "text", required=True),
    Field("wrong", N_("Wrong causes"), "options", required=True),
    Field("line", N_("Number of the line to mend"), "line", required=True),
    Field("fix", N_("Mended line"), "line", required=True),
    Field("accept", N_("Also right"), "lines"),
    TYPE,
)
_ARROW = "# ←"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause(Choice):
    """Why the code fails, or what goes wrong in it."""

    KIND: ClassVar[str] = "error"

    message: str
    """The error as Python shows it, "…" for what is left out; "" where there is none."""
    shown: str
    """The code, which `ask` ends with."""

    def question(self, seed: int) -> Question:
        """Return the question with the causes shuffled and the code to be drawn."""
        return Choice.question(self, seed)._replace(code=self.shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix(Code):
    """The mended line of Python, judged as a part of the whole code."""

    KIND: ClassVar[str] = "error"

    shown: str
    """The code as it fails, the line to mend marked; `ask` ends with it."""

    def question(self, seed: int) -> Question:
        """Return the question; there is only one."""
        return Question(self, seed, self.ask, Input.LINE, code=self.shown)

    def mark(self, question: Question, answer: str, names: Names) -> Mark:
        """Judge the line in its place; a comma at its end may be left out."""
        return Code.mark(self, question, answer.strip().removesuffix(","), names)

    def accepted(self, answer: str) -> str:
        """Return the line alone."""
        return answer.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Command(Typed):
    """The mended line of what is no Python, say of a shell."""

    KIND: ClassVar[str] = "error"

    shown: str
    """As in Fix."""

    def question(self, seed: int) -> Question:
        """Return the question; there is only one."""
        return Question(self, seed, self.ask, Input.LINE, code=self.shown)


class Faulty(NamedTuple):
    """Code with a line to mend: its number from 1."""

    code: str
    number: int

    @property
    def line(self) -> str:
        """The line, without its indent."""
        return self.code.splitlines()[self.number - 1].strip()

    @property
    def start(self) -> int:
        """Where the line begins, after its indent."""
        *before, line = self.code.splitlines(keepends=True)[: self.number]
        return sum(map(len, before)) + len(line.rstrip()) - len(line.strip())

    def marked(self) -> str:
        """Return the code with an arrow behind the line."""
        return self.mended(f"{self.line}  {_ARROW}".strip())

    def mended(self, line: str) -> str:
        """Return the code with another line in its place."""
        return self.code[: self.start] + line + self.code[self.start + len(self.line) :]


def read(fields: Fields, common: Common) -> list[Card]:
    """Make two cards of `fields`: the cause, and the mended line, asked once the cause holds."""
    if not (fields.raw.get("message") or fields.raw.get("ask")):
        hint = both("For an error that says nothing, write what was wanted as ask: … instead.")
        fields.complain("missing-key", both("{key} is missing", key="message"), hint)
    causes = options(fields, "cause")
    lines = (fields.line("fix"), *fields.lines("accept"))
    type = fields.choice("type", TYPE.choices) if "type" in fields.raw else ""
    faulty = Faulty(fields.text("code").en, _number(fields)) if fields.sound else Faulty("", 1)
    if fields.sound:
        _check(fields, faulty, lines, python=not type)
    if not fields.sound:
        return []
    told = _told(fields, common["ask"])
    first = _common(common, "cause", told(_question(fields), faulty.code))
    then = _common(common, "fix", told(both("How should the line with ← read?"), faulty.marked()))
    message = fields.text("message").en
    cause = Cause(**first, options=causes, message=message, shown=faulty.code)
    return [cause, _fix(then, faulty, lines, type, cause.id)]


def _fix(common: Common, faulty: Faulty, lines: tuple[str, ...], type: str, after: str) -> Card:
    shown, fix = faulty.marked(), lines[0]
    if type:
        return Command(
            **common,
            answer=Text(fix, fix),
            accept=lines[1:],
            type=type,
            shown=shown,
            opens_after=after,
        )
    code, *others = map(faulty.mended, lines)
    level = Level("line", faulty.start, faulty.start + len(fix.removesuffix(",")))
    return Fix(
        **common, code=code, level=level, accept=tuple(others), shown=shown, opens_after=after
    )


def _common(common: Common, part: str, ask: Text) -> Common:
    """Return what the card of this part has; a card without an id gets one with its note."""
    own = common.copy()
    own["ask"] = ask
    if common["id"]:
        own["id"] = f"{common['id']}-{part}"
    return own


def _question(fields: Fields) -> Text:
    if fields.raw.get("message"):
        return both("Why does this fail?")
    return both("There is no error. What goes wrong?")


def _told(fields: Fields, wanted: Text) -> Callable[[Text, str], Text]:
    """Return how a question is put: message, what was wanted and came out above, code below."""
    output = fields.text("output")
    came = both("Output: {output}", output=output) if output else Text()
    parts = [part for part in (fields.text("message"), wanted, came) if part]

    def told(question: Text, code: str) -> Text:
        lines = [*parts, question, Text(f"\n{code}", f"\n{code}")]
        return Text("\n".join(one.ko for one in lines), "\n".join(one.en for one in lines))

    return told


def _number(fields: Fields) -> int:
    """Return the number of the line to mend; 1 and a problem where the code has no such line."""
    number, lines = fields.line("line"), fields.text("code").en.splitlines()
    if number.isascii() and number.isdecimal() and 0 < int(number[:4]) <= len(lines):
        return int(number)
    message = both("The code has no line {number}", number=quoted(number))
    hint = both("Its lines are numbered from 1 to {last}.", last=len(lines))
    fields.complain("line-not-in-code", message, hint, fields.raw.get("line"))
    return 1


def _check(fields: Fields, faulty: Faulty, lines: tuple[str, ...], *, python: bool) -> None:
    from quiz.marking.code.parse import Broken, parse, plain

    for key, line in zip(("fix", *["accept"] * len(lines)), lines, strict=False):
        at = fields.raw.get(key)
        if line == faulty.line:
            message = both("{key} changes nothing: {line}", key=key, line=quoted(line))
            fields.complain("fix-changes-nothing", message, both("Write the mended line."), at)
        elif python and isinstance(parse(plain(faulty.mended(line))), Broken):
            message = both("With {key} the code is not Python: {line}", key=key, line=quoted(line))
            hint = both("Mend it; for a line of a shell or a log write type: values.")
            fields.complain("bad-code", message, hint, at)
