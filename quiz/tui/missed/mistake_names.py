"""Short names of mistakes, as headings over answers that have one in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quiz.i18n import N_, _
from quiz.marking.letters import SOUNDS
from quiz.marking.mark import Verdict
from quiz.marking.patterns import Pattern, said
from quiz.marking.words import VERDICT_WORDS

if TYPE_CHECKING:
    from quiz.memory.review import Review

NAMES = {
    "several": N_("several slips at once"),
    # letters of a name
    "swapped": N_("letters swapped"),
    "moved": N_("letters in the wrong place"),
    "doubled": N_("letter doubled"),
    "undoubled": N_("double letter written once"),
    "dropped": N_("letter missing"),
    "extra": N_("letter too many"),
    "singular": N_("s at the end missing"),
    "plural": N_("s at the end too many"),
    "ending": N_("wrong ending"),
    "vowel": N_("wrong vowel"),
    "lookalike": N_("letters that look alike"),
    "letter": N_("wrong letter"),
    "digit": N_("wrong digit"),
    "number": N_("wrong number in a name"),
    "case": N_("capitals"),
    "underscore": N_("underscores"),
    "hyphen": N_("hyphen"),
    "space": N_("space"),
    # words of a name
    "form": N_("another form of the word"),
    "short": N_("shortened"),
    "long": N_("written out"),
    "word": N_("another word"),
    "word missing": N_("word missing"),
    "order": N_("words in another order"),
    # other names
    "other name": N_("taken for another name"),
    "near other name": N_("nearly another name"),
    # values
    "items swapped": N_("places swapped"),
    "items in another order": N_("items in another order"),
    "items": N_("several places differ"),
    "item": N_("one place differs"),
    "item missing": N_("one item too few"),
    "item extra": N_("one item too many"),
    "batch missing": N_("batch axis forgotten"),
    "batch extra": N_("batch axis too many"),
    "rank": N_("wrong number of axes"),
    "brackets": N_("kind of brackets"),
    "comma": N_("comma of a tuple of one"),
    "quotes missing": N_("quotes missing"),
    "quotes extra": N_("quotes too many"),
    "case of constant": N_("capital of None, True, False"),
    "dtype": N_("another dtype"),
    "number differs": N_("another number"),
    "sign": N_("wrong sign"),
    "version": N_("another version"),
    "value": N_("another value"),
    "argument": N_("argument with another value"),
    "arguments": N_("several arguments differ"),
    "keyword": N_("another argument"),
    "keyword missing": N_("argument missing"),
    "keyword extra": N_("argument too many"),
    # code
    "code argument missing": N_("argument or layer missing"),
    "code argument extra": N_("argument or layer too many"),
    "code argument misspelled": N_("argument misspelled"),
    "code line missing": N_("line missing"),
    "code line extra": N_("line too many"),
    "code order": N_("lines in the wrong order"),
    "code import missing": N_("import missing"),
    "code import late": N_("import too late"),
    "code import order": N_("import too late"),
    "code leak": N_("fitted on the test set"),
    "code variable": N_("another variable"),
    "code other": N_("another real name in code"),
    "code not closed": N_("bracket not closed"),
    "code not opened": N_("bracket not opened"),
    "code quotes": N_("string not closed"),
    "code comma": N_("comma missing"),
    "code colon": N_("colon missing"),
    "code indent": N_("wrong indentation"),
    "code positional": N_("argument without a name too late"),
    "code repeated": N_("argument given twice"),
    "code character": N_("character unknown to code"),
    "code syntax": N_("not Python"),
    # prose
    "typo": N_("typing slip"),
    "words missing": N_("words missing"),
    "words extra": N_("words too many"),
    "words in another order": N_("words in another order"),
    "number in text": N_("another number"),
    # shapes
    "misconception": N_("a misconception about shapes"),
    # options, steps and lists
    "option": N_("wrong option"),
    "options missing": N_("right options not chosen"),
    "options extra": N_("wrong options chosen"),
    "no option": N_("not among the options"),
    "steps swapped": N_("two steps swapped"),
    "step": N_("a step in the wrong place"),
    "steps missing": N_("steps left out"),
    # how it was typed
    "layout": N_("keyboard left in Hangul"),
    "latin layout": N_("keyboard left in Latin letters"),
    "in hangul": N_("written in Hangul"),
    "in digits": N_("a number in words"),
    "too long": N_("far too long"),
}


def mistake_name(review: Review) -> str:
    """Return what the mistake of `review` is called; without one, what became of the answer."""
    if review.mistake:
        return kind_name(review.mistake.kind)
    if review.verdict in list(Verdict):
        word = _(VERDICT_WORDS[Verdict(review.verdict)])
        return _("{verdict}, no mistake named", verdict=word)
    return _("rated again by yourself")


def pattern_name(pattern: Pattern) -> str:
    """Return what a pattern is called: "-ar for -er"; of what is no slip, the name of its kind."""
    named = pattern.is_slip or pattern.given
    return str(said(pattern)) if named else kind_name(pattern.kind)


def mistakes_line(mistakes: Sequence[tuple[Pattern, int]], most: int) -> str:
    """Return the first `most` mistakes and how often each was made: "-ar for -er ×5 · …"."""
    return " · ".join(f"{pattern_name(pattern)} ×{times}" for pattern, times in mistakes[:most])


def kind_name(kind: str) -> str:
    """Return the name of a kind of mistake; of one that is not known, the kind itself."""
    if kind in SOUNDS.values():
        return _("letters that sound alike: {letters}", letters=kind)
    return _(NAMES[kind]) if kind in NAMES else kind
