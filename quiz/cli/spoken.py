"""How a session speaks in lines: no colour, no drawing, one thing a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.cards.card import Input, Question
from quiz.cli.screen import one_line
from quiz.i18n import N_, _, ngettext
from quiz.marking.mark import Piece, Rating, Verdict
from quiz.marking.mistakes import sentence
from quiz.marking.patterns import said
from quiz.marking.words import RATING_WORDS, VERDICT_SIGNS, VERDICT_WORDS
from quiz.memory.slips import slips_since
from quiz.session import Phase, Session

if TYPE_CHECKING:
    from quiz.memory.store import Store

HOW = {
    Input.REVEAL: N_("Think, then press Enter."),
    Input.CHOICE: N_("Answer with the number."),
    Input.ORDER: N_("Answer with the numbers in the right order: 2 1 3"),
    Input.CODE: N_("Type the code line by line; an empty line ends it."),
    Input.LINES: N_("Name all of them on one line, with commas between."),
}


def say_question(session: Session) -> None:
    """Print the question with its options and how it is answered."""
    question = session.question
    if question is None:
        return
    done, left = session.progress
    print()
    print(f"[{done + 1}/{done + left}] {question.ask}")
    say_options(question)
    how = HOW.get(question.input)
    if question.several:
        print(_("Several are right: answer with their numbers."))
    elif how:
        print(_(how))


def say_options(question: Question) -> None:
    """Print the options of a choice or the steps of an order, numbered as they may be answered."""
    for number, option in enumerate(question.options, 1):
        print(f"  {number}. {option}")


def say_mark(session: Session) -> None:
    """Print the verdict, the mistake, the right answer and the explanation."""
    question, mark = session.question, session.mark
    if question is None:
        return
    if mark:
        print(f"{VERDICT_SIGNS[mark.verdict]} {_(VERDICT_WORDS[mark.verdict])}")
        if mark.mistake:
            print(sentence(mark.mistake))
        if mark.note:
            print(mark.note)
    if session.phase is Phase.RETRY:
        print(_("Try once more; Enter alone shows the answer."))
        return
    if mark is None or mark.verdict is not Verdict.RIGHT:
        say_answer(str(question.card.solution_of(question)))
    if mark and mark.verdict is not Verdict.RIGHT and any(p.op == "same" for p in mark.diff):
        print(spoken_diff(mark.diff))
    if question.card.why:
        print(question.card.why)
    if session.leech:
        print(
            _(
                "This card keeps being missed. Mending it may help: `quiz edit {id}`.",
                id=question.card.id,
            )
        )


def say_answer(answer: str) -> None:
    """Print the right answer; one of several lines below its name."""
    lead = "\n" if "\n" in answer else ""
    print(_("Answer: {answer}", answer=lead + answer))


def spoken_diff(diff: tuple[Piece, ...]) -> str:
    """Return a diff in plain characters: [-given-]{+expected+}, as word diffs are written."""
    return "".join(
        piece.expected
        if piece.op == "same"
        else (f"[-{piece.given}-]" if piece.given else "")
        + (f"{{+{piece.expected}+}}" if piece.expected else "")
        for piece in diff
    )


def say_ratings(session: Session) -> None:
    """Print the ratings that may be given, with the days until the card comes back."""
    if not session.allowed:
        print(_("Enter: next"))
        return
    preview = session.preview if session.scheduled else {}
    offered = [
        f"{rating.value} {_(RATING_WORDS[rating])}"
        + (f" ({in_days(preview[rating])})" if preview else "")
        for rating in sorted(session.allowed)
    ]
    suggested = session.rating or Rating.GOOD
    print(" · ".join(offered), "–", _("Enter: {rating}", rating=_(RATING_WORDS[suggested])))


def in_days(days: int) -> str:
    """Return how long until a card is due again."""
    return _("today") if days <= 0 else ngettext("{n} day", "{n} days", days)


def say_summary(session: Session) -> None:
    """Print how the session went."""
    right = sum(not result.missed for result in session.results)
    print(_("{right} of {all} right.", right=right, all=len(session.results)))
    for result in session.results:
        if result.missed:
            given = result.first.given if result.first else ""
            answer = result.question.card.solution_of(result.question)
            texts = (str(result.question.ask), given or "∅", str(answer))
            print("  {}: {} → {}".format(*map(one_line, texts)))


def say_slips(store: Store, since: int) -> None:
    """Print which slips were made, or are gone, since that time (UTC ms)."""
    for slip in slips_since(store, since):
        pattern = said(slip.pattern)
        if slip.gone:
            print(_("No longer made: {slips}", slips=pattern))
        else:
            made, of = slip.made, slip.occasions
            print(_("{pattern}: {made} of {occasions}", pattern=pattern, made=made, occasions=of))
