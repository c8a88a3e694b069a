"""Every mistake in words: the table from its kind to the sentence that is said."""

from __future__ import annotations

from quiz.i18n import N_
from quiz.marking.letters import SOUNDS
from quiz.marking.mark import Mistake
from quiz.text import Text, both

_SOUND = N_("‘{given}’ for ‘{expected}’: they sound alike")

_SENTENCES = {
    # letters of a name
    "swapped": N_("Letters swapped: ‘{given}’ for ‘{expected}’"),
    "moved": N_("‘{letters}’ is in the wrong place"),
    "doubled": N_("‘{letters}’ is doubled"),
    "undoubled": N_("‘{letters}’ must be doubled"),
    "dropped": N_("‘{letters}’ is missing"),
    "extra": N_("‘{letters}’ is too many"),
    "singular": N_("The plural s at the end is missing: ‘{word}’"),
    "plural": N_("No plural s at the end: not ‘{word}’"),
    "ending": N_("‘{given}’ for ‘{expected}’ at the end"),
    "vowel": N_("Wrong vowel: ‘{given}’ for ‘{expected}’"),
    "lookalike": N_("‘{given}’ for ‘{expected}’: they look alike"),
    "letter": N_("Wrong letter: ‘{given}’ for ‘{expected}’"),
    "digit": N_("Wrong digit: {given} for {expected}"),
    "number": N_("{given} for {expected}: with another number it is another thing"),
    "case": N_("Capitals: ‘{expected}’, not ‘{given}’"),
    "underscore": N_("Underscores: ‘{expected}’, not ‘{given}’"),
    "hyphen": N_("No hyphen here: ‘{expected}’, not ‘{given}’"),
    "space": N_("No space here: ‘{expected}’, not ‘{given}’"),
    # words of a name
    "form": N_("Another form of the word: ‘{given}’ for ‘{expected}’"),
    "short": N_("Shortened: ‘{given}’ for ‘{expected}’"),
    "long": N_("Written out: ‘{given}’ for ‘{expected}’"),
    "word": N_("Another word: ‘{given}’ for ‘{expected}’"),
    "word missing": N_("The word ‘{expected}’ is missing"),
    "order": N_("The words in another order; right: {expected}"),
    # other names
    "other name": N_("‘{name}’ is another real name"),
    "near other name": N_("‘{given}’ looks like ‘{name}’, another real name"),
    # values
    "items swapped": N_("Places {first} and {second} are swapped"),
    "items in another order": N_("The right items in another order"),
    "items": N_("More than one place differs"),
    "item": N_("Place {place}: {given} instead of {expected}"),
    "item missing": N_("One too few: {item} at place {place} is missing"),
    "item extra": N_("One too many: {item} at place {place}"),
    "batch missing": N_("The batch axis (None) at the front is missing"),
    "batch extra": N_("The batch axis (None) at the front does not belong here"),
    "rank": N_("{has} items instead of {needs}"),
    "brackets": N_("Another kind of brackets: {given} instead of {expected}"),
    "comma": N_("{given} without a comma is no tuple: {expected}"),
    "quotes missing": N_("A string needs its quotes: {expected}"),
    "quotes extra": N_("No quotes here: {expected}"),
    "case of constant": N_("Python writes {expected}, not {given}"),
    "dtype": N_("Another dtype: {given} instead of {expected}"),
    "number differs": N_("{given} instead of {expected}"),
    "sign": N_("The sign: {given} instead of {expected}"),
    "version": N_(
        "As versions {given} and {expected} are not the same: every digit counts, a last 0 too"
    ),
    "value": N_("{given} instead of {expected}"),
    "argument": N_("The argument {name}: {given} instead of {expected}"),
    "arguments": N_("These arguments differ: {names}"),
    "keyword": N_("Another argument: ‘{given}’ instead of ‘{expected}’"),
    "keyword missing": N_("An argument is missing: {names}"),
    "keyword extra": N_("An argument too many: {names}"),
    # code
    "code argument missing": N_("{name} is missing"),
    "code argument extra": N_("{name} does not belong here"),
    "code argument misspelled": N_("An argument is misspelled: {given} for {expected}"),
    "code line missing": N_("A line is missing: {line}"),
    "code line extra": N_("A line too many: {line}"),
    "code order": N_("The lines are right, their order is not: {line} comes at another place"),
    "code import missing": N_("The import of {name} is missing"),
    "code import late": N_("{name} is used before it is imported"),
    "code import order": N_("{name} must be imported before what it makes importable"),
    "code leak": N_("{given} on the test set leaks: there it is {expected}"),
    "code variable": N_("{given} is another variable; here it is {expected}"),
    "code other": N_("{given} is another real name; here it is {expected}"),
    "code not closed": N_("Line {line}: ‘{found}’ is never closed"),
    "code not opened": N_("Line {line}: ‘{found}’ closes nothing that is open"),
    "code quotes": N_("Line {line}: a string is not closed"),
    "code comma": N_("Line {line}: a comma seems to be missing"),
    "code colon": N_("Line {line}: a colon is missing at the end"),
    "code indent": N_("Line {line}: the indentation is off"),
    "code positional": N_("Line {line}: arguments without a name come before those with one"),
    "code repeated": N_("Line {line}: the argument {found} stands there twice"),
    "code character": N_("Line {line}: a character that code does not know"),
    "code syntax": N_("Line {line} is not Python: {text}"),
    # prose
    "typo": N_("A typing slip: ‘{given}’ for ‘{expected}’"),
    "words missing": N_("Missing: {words}"),
    "words extra": N_("Too many: {words}"),
    "words in another order": N_("The right words in another order"),
    "number in text": N_("Another number: {given} instead of {expected}"),
    # options and steps
    "option": N_("‘{given}’ is not the answer"),
    "options missing": N_("Right options not chosen: {n}"),
    "options extra": N_("Wrong options chosen: {n}"),
    "no option": N_("‘{given}’ is none of the options"),
    "steps swapped": N_("Two neighbours are swapped: ‘{first}’ comes before ‘{second}’"),
    "step": N_("Place {place}: ‘{given}’ instead of ‘{expected}’"),
    "steps missing": N_("Each step should be named once"),
    # how it was typed
    "layout": N_("The keyboard was in Hangul; the keys pressed: {keys}"),
    "latin layout": N_("The keyboard was in Latin letters; in Hangul the keys give: {typed}"),
    "in hangul": N_("Write it in Latin letters, as code does"),
    "in digits": N_("Write it in digits"),
    "too long": N_("Far longer than the answer"),
} | dict.fromkeys(SOUNDS.values(), _SOUND)


def kinds() -> frozenset[str]:
    """Return the kinds of mistake that have a sentence; "several" is made of theirs.

    "misconception" has those of `quiz.shapes.misconceptions`.
    """
    return frozenset(_SENTENCES)


def sentence(mistake: Mistake) -> Text:
    """Return what is said about `mistake`; of a kind that is not known, the kind itself."""
    if mistake.kind == "several":
        return _all_of(mistake)
    if mistake.kind == "misconception":
        return _misconceptions(mistake.values.get("ids", ""))
    words = _SENTENCES.get(mistake.kind)
    try:
        if words and (mistake.values or "{" not in words):
            return both(words, **mistake.values)
    except (KeyError, IndexError, ValueError):
        pass  # an older or newer version kept other values with this kind
    return Text.of(mistake.kind)


def _misconceptions(ids: str) -> Text:
    """Return the sentences of misconceptions, the id itself for one of another version."""
    from quiz.shapes.misconceptions.known import known  # shapes are read only where they are asked

    said = [known()[id].said if id in known() else Text.of(id) for id in ids.split()]
    return Text(" / ".join(text.ko for text in said), " / ".join(text.en for text in said))


def _all_of(mistake: Mistake) -> Text:
    said = []
    for place in sorted(key for key in mistake.values if key.isdigit()):
        own = {
            key.partition(".")[2]: value
            for key, value in mistake.values.items()
            if key.startswith(f"{place}.")
        }
        said.append(sentence(Mistake(mistake.values[place], own)))
    if not said:
        return Text.of(mistake.kind)
    return Text("; ".join(text.ko for text in said), "; ".join(text.en for text in said))
