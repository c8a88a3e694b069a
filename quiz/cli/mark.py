"""`quiz mark CARD ANSWER`: judge an answer, recording nothing."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from quiz.cli.json_lines import each_line
from quiz.cli.options import Parser
from quiz.cli.screen import print_json
from quiz.cli.spoken import say_answer, spoken_diff
from quiz.decks.weak_spots import spelling_counts
from quiz.errors import UsageError
from quiz.i18n import _
from quiz.marking.infer import infer
from quiz.marking.judge import judge
from quiz.marking.mark import Mark, Names, Rating, Verdict
from quiz.marking.mistakes import sentence
from quiz.marking.rating import rating_of
from quiz.marking.words import VERDICT_SIGNS, VERDICT_WORDS

if TYPE_CHECKING:
    from quiz.cli.context import Context
    from quiz.memory.store import Store

TYPES = ("names", "values", "prose", "code")


def run(arguments: list[str], context: Context) -> int:
    """Judge one answer, or with --jsonl a line of JSON for each line of stdin."""
    parser = Parser("mark", _("Judge an answer, recording nothing."))
    parser.add_argument("card", metavar="CARD", nargs="?", help=_("the card's id"))
    parser.add_argument(
        "answer", metavar="ANSWER", nargs="?", help=_("what to judge; - reads it from stdin")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))
    parser.add_argument("--jsonl", action="store_true", help=_("read and print lines of JSON"))
    options = parser.parse_args(arguments)
    if not options.jsonl and (options.card is None or options.answer is None):
        raise UsageError(_("a card and an answer are needed"), _("quiz mark CARD ANSWER"))
    with context.store() as store:
        if options.jsonl:
            return each_line(partial(_line, store), lambda error: {"error": str(error)})
        answer = _stdin() if options.answer == "-" else options.answer
        report, mark = mark_card(store, options.card, answer)
    if options.json:
        print_json(report)
    else:
        _print(mark)
    return 0


def mark_card(store: Store, card_id: str, answer: str) -> tuple[dict[str, object], Mark]:
    """Return the report and the mark of `answer` to a card; StoreError if there is no such card.

    The numbers of a choice or an order are those that `quiz show` prints (seed 0).
    """
    card = store.card(card_id)
    mark = card.mark(card.question(0), answer, store.names)
    spelling = spelling_counts(card, store.weak_spots)
    return as_dict(mark, rating_of(mark, helped=False, spelling=spelling)), mark


def mark_plain(line: Mapping[str, Any], names: Names) -> dict[str, object]:
    """Judge {"expected", "type", "answer"} with no card; a missing type is inferred.

    For code "free" may list the variables that may be called anything.
    """
    expected = line["expected"]
    kind = line.get("type") or infer(expected)
    if kind not in TYPES:
        raise UsageError(
            _("{kind!r} is not a type of answer", kind=kind),
            _("There are: {names}", names=", ".join(TYPES)),
        )
    free = line.get("free", [])
    if not isinstance(free, list) or not all(isinstance(name, str) for name in free):
        raise UsageError(_("“free” is a list of names"))
    if kind == "code":
        _check_code(expected)
    mark = judge([expected], line["answer"], kind, names, free=free)
    return as_dict(mark, rating_of(mark, helped=False, spelling=False))


def as_dict(mark: Mark, rating: Rating) -> dict[str, object]:
    """Return what `quiz mark --json` prints."""
    mistake = mark.mistake and {
        "kind": mark.mistake.kind,
        "text": sentence(mark.mistake).as_dict(),
    }
    return {
        "verdict": str(mark.verdict),
        "rating": int(rating),
        "mistake": mistake,
        "expected": mark.expected,
    }


def _check_code(expected: str) -> None:
    from quiz.marking.code.parse import Broken, parse, plain

    if isinstance(broken := parse(plain(expected)), Broken):
        text = broken.mistake.values["text"]
        raise UsageError(_("the expected code cannot be read: {line}", line=text))


def _stdin() -> str:
    return sys.stdin.read() if sys.stdin else ""


def _line(store: Store, line: Any) -> dict[str, object]:
    needed = ("card" if isinstance(line, dict) and "card" in line else "expected", "answer")
    if not isinstance(line, dict) or not all(isinstance(line.get(key), str) for key in needed):
        raise UsageError(_("a line needs “card” and “answer”, or “expected” and “answer” (texts)"))
    if "card" in line:
        return mark_card(store, line["card"], line["answer"])[0]
    return mark_plain(line, store.names)


def _print(mark: Mark) -> None:
    print(f"{VERDICT_SIGNS[mark.verdict]} {_(VERDICT_WORDS[mark.verdict])}")
    if mark.mistake:
        print(sentence(mark.mistake))
    if mark.note:
        print(mark.note)
    if mark.verdict is not Verdict.RIGHT:
        say_answer(mark.expected)
        if mark.diff:
            print(spoken_diff(mark.diff))
