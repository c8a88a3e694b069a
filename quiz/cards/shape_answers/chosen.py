"""Choosing: the line that raises an error, the last layer and loss."""

from __future__ import annotations

from quiz.marking.mark import Mark, Mistake, Verdict
from quiz.shapes.asking.visit import RUNS, Visit
from quiz.shapes.drawing.draws import shuffled
from quiz.text import Text, both, clean

_OPTIONS = 5
"""Last layers to choose among, at most."""


def options_of(visit: Visit, seed: int) -> list[tuple[Text, str]]:
    """Return what can be chosen as it is shown, each with the answer it stands for; [] if typed.

    Lines of code keep their order; last layers are those of misconceptions, shuffled.
    """
    if visit.asked == "error":
        lines = enumerate(visit.code.splitlines(), 1)
        options = [(both("Line {n}: {code}", n=n, code=line), str(n)) for n, line in lines]
        return [*options, (both("None: it runs"), RUNS)]
    if visit.labels is None:
        return []
    from quiz.shapes.misconceptions.known import wrong_answers

    right = str(visit.answer())
    wrong = shuffled({answer for _one, answer in wrong_answers(visit)}, seed)[: _OPTIONS - 1]
    return [(Text(text, text), text) for text in shuffled([right, *wrong], seed + 1)]


def right_option(visit: Visit) -> Text:
    """Return the right answer as an option shows it, or as it is where it is typed."""
    right = str(visit.answer())
    shown = (text for text, answer in options_of(visit, 0) if answer == right)
    return next(shown, Text(right, right))


def mark_chosen(visit: Visit, seed: int, answer: str) -> tuple[Mark, str]:
    """Return the mark of a choice (number or text of an option), and the answer it stands for.

    The mistake is "option" (given), or "no option" (given) and the answer "" where there is none.
    """
    options, expected = options_of(visit, seed), str(right_option(visit))
    answer = clean(answer).strip()
    if not answer:
        return Mark(Verdict.BLANK, "", expected), ""
    number = int(answer[:4]) if answer.isascii() and answer.isdecimal() else 0
    texts = (n for n, (text, _answer) in enumerate(options, 1) if answer in text.either())
    place = next(texts, number)
    if not 1 <= place <= len(options):
        return Mark(Verdict.WRONG, answer, expected, Mistake("no option", {"given": answer})), ""
    text, given = options[place - 1]
    if given == visit.answer():
        return Mark(Verdict.RIGHT, str(text), expected), given
    return Mark(Verdict.WRONG, str(text), expected, Mistake("option", {"given": str(text)})), given
