"""`quiz why [FILE]`: what an error means, how to mend it, and which cards train it."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from quiz.cli.incoming import read_clipboard, read_text
from quiz.cli.options import Parser, add_json
from quiz.cli.screen import one_line, print_columns, print_json, shown
from quiz.errors import QuizError, UsageError
from quiz.i18n import _

if TYPE_CHECKING:
    from quiz.cli.context import Context
    from quiz.clinic.explain import Explanation
    from quiz.memory.lookup import Found
    from quiz.text import Text

_YES = ("y", "yes", "ㅛ", "네", "예")


def run(arguments: list[str], context: Context) -> int:
    """Explain an error; 1 if it is not known. --jsonl: a line of JSON for each line of stdin."""
    options = _parser().parse_args(arguments)
    if options.jsonl:
        from quiz.cli.why_lines import explain_lines

        return explain_lines()
    text = read_clipboard() if options.clipboard else read_text(options.file)
    if not text.strip():
        raise UsageError(
            _("there is no text to explain"),
            _("python train.py 2>&1 | quiz why, or quiz why FILE, or quiz why --clipboard"),
        )
    from quiz.clinic.explain import explain

    found = explain(text)
    if options.json:
        _print_json(found, context)
    elif found is None:
        _say_unknown()
    else:
        _say(found, context, options.file, add=options.add_card)
    return 0 if found else 1


def _parser() -> Parser:
    parser = Parser("why", _("Say what an error means, how to mend it, and which cards train it."))
    parser.add_argument("file", metavar="FILE", nargs="?", default="-", help=_("- or none: stdin"))
    parser.add_argument("--clipboard", action="store_true", help=_("read the clipboard"))
    parser.add_argument("--add-card", action="store_true", help=_("make a card of the error"))
    add_json(parser)
    parser.add_argument("--jsonl", action="store_true", help=_("read and print lines of JSON"))
    return parser


def _print_json(found: Explanation | None, context: Context) -> None:
    from quiz.cli.why_lines import as_dict

    report = as_dict(found)
    if found:
        name, cards = _remembered(found, context)
        report |= {"line": found.line, "context": found.context, "values": dict(found.values)}
        report |= {"cards": [{"card": card.id, "ask": card.ask.as_dict()} for card in cards]}
        report |= {"weak_name": name.as_dict() if name else None}
    print_json(report)


def _say_unknown() -> None:
    from quiz.cli.why_lines import UNKNOWN, UNKNOWN_FIX

    print(_(UNKNOWN))
    print(_(UNKNOWN_FIX))


def _say(found: Explanation, context: Context, file: str, *, add: bool) -> None:
    name, cards = _remembered(found, context)
    print(shown(found.line))
    if found.context:
        print(_("It began with: {line}", line=shown(found.context)))
    print()
    print(_("Why: {text}", text=found.cause))
    print(_("Mend: {text}", text=found.fix))
    print()
    print(_("Weak spot: {name}", name=name or found.weak))
    if cards:
        print(_("Cards that train it (quiz study --weak {weak}):", weak=found.weak))
        print_columns([(f"  {card.id}", one_line(str(card.ask))) for card in cards])
    if add or _agreed(file):
        _add(found, context)


def _remembered(found: Explanation, context: Context) -> tuple[Text | None, list[Found]]:
    """Return the weak spot's name and the cards that train it, where there is a store to ask."""
    from quiz.memory.training import training

    with suppress(QuizError), context.store() as store:
        spot = store.weak_spots.get(found.weak)
        return spot and spot.name, training(store, found)
    return None, []


def _agreed(file: str) -> bool:
    """Ask whether to make a card; where nobody can be asked, say which command does."""
    print()
    with suppress(OSError):
        if sys.stdout.isatty() and sys.stdin and sys.stdin.isatty():
            return _asked(sys.stdin)
        if sys.stdout.isatty():
            with open("/dev/tty", encoding="utf-8", errors="replace") as terminal:
                return _asked(terminal)
    name = "FILE" if file == "-" else shown(file)
    print(_("A card of it: quiz why --add-card {file}", file=name))
    return False


def _asked(terminal: TextIO) -> bool:
    print(_("Make a card of it? [y/N] "), end="", flush=True)
    return terminal.readline().strip().lower() in _YES


def _add(found: Explanation, context: Context) -> None:
    from quiz.decks.deck_file import deck_file
    from quiz.decks.edit import add_card
    from quiz.decks.error_card import DECK, error_card
    from quiz.decks.weak_spots import load_weak_spots

    path = deck_file(context.places.decks, DECK)
    card = error_card(found, load_weak_spots(context.places.decks))
    card_id = add_card(path, card, _("My errors"))
    print(_("Added {id} to {path}", id=card_id, path=shown(path)))
