"""shape: a question on shapes with fresh numbers at each visit, and the cause of a wrong answer."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import ClassVar

from quiz.cards.card import Card, Input, Question
from quiz.cards.fields import ASK, Field
from quiz.cards.reading import Common, Fields
from quiz.i18n import N_
from quiz.marking.mark import Mark, Mistake, Names, Verdict
from quiz.shapes.asking.ending import LABELS
from quiz.shapes.asking.visit import ASKED, RUNS, Visit
from quiz.shapes.drawing.arithmetic import BadTemplate
from quiz.shapes.drawing.draws import shuffled
from quiz.shapes.drawing.filling import check_places, filled_text
from quiz.shapes.drawing.template import Template, draws_of
from quiz.shapes.rules import Rules
from quiz.text import Text, both, clean

LABEL = N_("Shapes: fresh numbers each time")
FIELDS = (
    ASK,
    Field("code", N_("Code"), "code", required=True),
    Field("asked", N_("What is asked"), "line", required=True, choices=ASKED),
    Field("draw", N_("Numbers to draw"), "lines"),
    Field("where", N_("Conditions"), "lines"),
    Field("layer", N_("Layer asked about"), "line"),
    Field("data", N_("X.shape before"), "line"),
    Field("answer", N_("What fits"), "line"),
    Field("labels", N_("Labels"), "line", choices=LABELS),
    Field("classes", N_("Number of classes"), "line"),
    Field("skill", N_("Skill"), "line"),
)
_OPTIONS = 5
_RESHAPE = re.compile(
    r"^(?:\w+\s*=\s*)?(?:\w*\.)?reshape\((?:[A-Za-z]\w*\s*,\s*)?(.*)\)$", re.DOTALL
)
_WRITTEN = re.compile(r"^(?:input_shape|output_shape|shape)\s*=\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape(Card):
    """A skill: each seed gives a question of its own, the same for ever."""

    KIND: ClassVar[str] = "shape"
    GENERATED: ClassVar[bool] = True
    ACCEPTS: ClassVar[bool] = False

    template: Template

    def question(self, seed: int) -> Question:
        """Return the question with the numbers of `seed`; lines to choose keep their order."""
        names = self.template.names(seed)
        visit = self.template.visit(names)
        ask, code = filled_text(self.ask, names), visit.shown
        options = tuple(option for option, _answer in options_of(visit, seed))
        way = Input.CHOICE if options else Input.LINE
        if visit.asked == "error":  # the options are the code
            return Question(self, seed, ask, way, options)
        ask = Text(f"{ask.ko}\n\n{code}", f"{ask.en}\n\n{code}")
        return Question(self, seed, ask, way, options, code=code)

    def mark(self, question: Question, answer: str, names: Names) -> Mark:
        """Judge a shape or a number by its value, a choice by its option.

        The mistake is "misconception" (ids, given) where misconceptions explain a wrong answer.
        The note is the trace, below the step where the first of them parts from it.
        """
        visit = self.visit(question.seed)
        if question.options:
            mark, given = _chosen(visit, question, answer)
        else:
            mark, given = _typed(visit, answer, names), _plain(visit, answer)
        if mark.verdict not in (Verdict.WRONG, Verdict.CONFUSED):
            return replace(mark, note=_note(visit))
        from quiz.shapes.misconceptions.known import explaining

        causes = explaining(visit, lambda one: _agrees(visit, one, given, names))
        if causes:
            values = {"ids": " ".join(one.id for one in causes), "given": mark.given}
            mark = replace(mark, verdict=Verdict.WRONG, mistake=Mistake("misconception", values))
        altered = next((one.rules for one in causes if one.rules), None)
        return replace(mark, note=_note(visit, altered))

    def visit(self, seed: int) -> Visit:
        """Return what is asked with the numbers of `seed`."""
        return self.template.visit(self.template.names(seed))

    def solution(self) -> Text:
        """Return the right answer with the numbers of seed 0."""
        return self.solution_of(self.question(0))

    def solution_of(self, question: Question) -> Text:
        """Return the right answer to `question`."""
        return _as_shown(self.visit(question.seed))

    def exposes(self, seed: int, misconceptions: Collection[str]) -> bool:
        """Return whether one who holds one of these misconceptions answers wrongly."""
        from quiz.shapes.misconceptions.known import exposes

        return exposes(self.visit(seed), misconceptions)

    @property
    def answer_type(self) -> str:
        """Values, where it is typed."""
        return "" if self.template.asked in ("error", "last") else "values"


def options_of(visit: Visit, seed: int) -> list[tuple[Text, str]]:
    """Return what can be chosen as it is shown, each with the answer it stands for; [] if typed."""
    if visit.asked == "error":
        lines = [
            (both("Line {n}: {code}", n=n, code=line), str(n))
            for n, line in enumerate(visit.code.splitlines(), 1)
        ]
        return [*lines, (both("None: it runs"), RUNS)]
    if visit.labels is None:
        return []
    from quiz.shapes.misconceptions.known import wrong_answers

    right = str(visit.answer())
    wrong = shuffled({answer for _one, answer in wrong_answers(visit)}, seed)[: _OPTIONS - 1]
    return [(Text(text, text), text) for text in shuffled([right, *wrong], seed + 1)]


def _as_shown(visit: Visit) -> Text:
    right = str(visit.answer())
    return next(
        (text for text, answer in options_of(visit, 0) if answer == right), Text(right, right)
    )


def _chosen(visit: Visit, question: Question, answer: str) -> tuple[Mark, str]:
    """Return the mark of a choice, and the answer that the option stands for ("": of none)."""
    options, expected = options_of(visit, question.seed), str(_as_shown(visit))
    answer = clean(answer).strip()
    if not answer:
        return Mark(Verdict.BLANK, "", expected), ""
    number = int(answer[:4]) if answer.isascii() and answer.isdecimal() else 0
    texts = [n for n, (text, _answer) in enumerate(options, 1) if answer in text.either()]
    place = next(iter(texts), number)
    if not 1 <= place <= len(options):
        return Mark(Verdict.WRONG, answer, expected, Mistake("no option", {"given": answer})), ""
    text, given = options[place - 1]
    if given == visit.answer():
        return Mark(Verdict.RIGHT, str(text), expected), given
    return Mark(Verdict.WRONG, str(text), expected, Mistake("option", {"given": str(text)})), given


def _plain(visit: Visit, answer: str) -> str:
    """Return what was typed without the words round it: input_shape=…, X.reshape(…)."""
    answer = _WRITTEN.sub("", answer.strip())
    call = _RESHAPE.match(answer) if visit.asked == "reshape" else None
    return call.group(1).strip().rstrip(",") if call else answer


def _typed(visit: Visit, answer: str, names: Names) -> Mark:
    from quiz.marking.judge import judge

    mark = judge(_rights(visit), _plain(visit, answer), "values", names)
    return replace(mark, expected=str(visit.answer()), given=clean(answer).strip()[:200])


def _rights(visit: Visit) -> list[str]:
    """Return all right answers; one axis of a reshape may be left to NumPy as -1."""
    right = [str(visit.answer())]
    if visit.asked == "reshape":
        axes = range(len(visit.right))
        right += [str((*visit.right[:n], -1, *visit.right[n + 1 :])) for n in axes]
    return right


def _agrees(visit: Visit, answer: str, given: str, names: Names) -> bool:
    if visit.asked in ("error", "last"):
        return answer == given
    from quiz.marking.judge import judge

    return judge([answer], given, "values", names).verdict is Verdict.RIGHT


def _note(visit: Visit, altered: Rules | None = None) -> Text:
    from quiz.shapes.asking.telling import joined, parting, told

    if visit.labels is not None:
        return visit.labels.why
    found = visit.trace()
    parted = parting(found, visit.trace(altered)) if altered else Text()
    return joined(text for text in (parted, told(found, params=visit.asked == "params")) if text)


def read(fields: Fields, common: Common) -> list[Card]:
    """Make the card of `fields`; a template that cannot be filled in is told."""
    template = Template(
        asked=fields.choice("asked", ASKED),
        code=fields.text("code").en,
        draw=fields.lines("draw"),
        where=fields.lines("where"),
        layer=fields.line("layer"),
        data=fields.line("data"),
        answer=fields.line("answer"),
        labels=fields.choice("labels", LABELS),
        classes=fields.line("classes"),
    )
    if fields.sound:
        _check(fields, template, common["ask"])
    if not fields.sound:
        return []
    skill = fields.line("skill")
    own = common.copy()
    own["tags"] = (*common["tags"], skill) if skill else common["tags"]
    return [Shape(**own, template=template)]


def _check(fields: Fields, template: Template, ask: Text) -> None:
    try:
        template.check()
        for text in ask.either():
            check_places(text, draws_of(template.draw, template.where))
    except BadTemplate as bad:
        fields.complain("bad-template", bad.message, bad.hint, fields.raw.get("code"))
