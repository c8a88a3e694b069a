"""shape: a question on shapes with fresh numbers at each visit, and the cause of a wrong answer."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import ClassVar

from quiz.cards.card import Card, Input, Question
from quiz.cards.fields import ASK, Field
from quiz.cards.reading import Common, Fields
from quiz.cards.shape_answers.chosen import mark_chosen, options_of, right_option
from quiz.i18n import N_
from quiz.marking.mark import Mark, Mistake, Names, Verdict
from quiz.shapes.asking.ending import LABELS
from quiz.shapes.asking.visit import ASKED, Visit
from quiz.shapes.drawing.arithmetic import BadTemplate
from quiz.shapes.drawing.filling import check_places, filled_text
from quiz.shapes.drawing.template import Template, draws_of
from quiz.shapes.rules import Rules
from quiz.text import Text

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
        from quiz.cards.shape_answers.typed import agrees, mark_typed, without_words

        visit = self.visit(question.seed)
        if question.options:
            mark, given = mark_chosen(visit, question.seed, answer)
            return _explained(visit, mark, given.__eq__)
        given = without_words(visit, answer)
        return _explained(visit, mark_typed(visit, answer), lambda one: agrees(one, given))

    def visit(self, seed: int) -> Visit:
        """Return what is asked with the numbers of `seed`."""
        return self.template.visit(self.template.names(seed))

    def solution(self) -> Text:
        """Return the right answer with the numbers of seed 0."""
        return self.solution_of(self.question(0))

    def solution_of(self, question: Question) -> Text:
        """Return the right answer to `question`."""
        return right_option(self.visit(question.seed))

    def exposes(self, seed: int, misconceptions: Collection[str]) -> bool:
        """Return whether one who holds one of these misconceptions answers wrongly."""
        from quiz.shapes.misconceptions.known import exposes

        return exposes(self.visit(seed), misconceptions)

    @property
    def answer_type(self) -> str:
        """Values, where it is typed."""
        return "" if self.template.asked in ("error", "last") else "values"


def _explained(visit: Visit, mark: Mark, is_given: Callable[[str], bool]) -> Mark:
    """Return `mark` with the misconceptions whose answer was given, and the trace as its note."""
    if mark.verdict is not Verdict.WRONG:
        return replace(mark, note=_note(visit))
    from quiz.shapes.misconceptions.known import explaining

    causes = explaining(visit, is_given)
    if causes:
        values = {"ids": " ".join(one.id for one in causes), "given": mark.given}
        mark = replace(mark, mistake=Mistake("misconception", values))
    altered = next((one.rules for one in causes if one.rules), None)
    return replace(mark, note=_note(visit, altered))


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
