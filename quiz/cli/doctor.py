"""`quiz doctor`: looks at everything the program needs and says what is wrong."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.cli.options import Parser, add_json
from quiz.cli.screen import print_json, shown
from quiz.errors import QuizError
from quiz.i18n import _, ngettext

if TYPE_CHECKING:
    from quiz.cli.context import Context
    from quiz.memory.store import Store


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is fine, what was seen, what to do."""

    name: str
    fine: bool
    seen: str
    hint: str = ""


def run(arguments: list[str], context: Context) -> int:
    """Print the findings; 1 if one of them is not fine."""
    parser = Parser("doctor", _("Look at everything the program needs."))
    add_json(parser)
    options = parser.parse_args(arguments)
    findings = list(examine(context))
    if options.json:
        print_json(
            [{"name": f.name, "fine": f.fine, "seen": f.seen, "hint": f.hint} for f in findings]
        )
    else:
        for f in findings:
            print(f"{'✓' if f.fine else '✗'} {f.name}: {shown(f.seen)}")
            if f.hint and not f.fine:
                print(f"  → {shown(f.hint)}")
    return 0 if all(f.fine for f in findings) else 1


def examine(context: Context) -> Iterator[Finding]:
    """Look at places, settings, terminal, decks, log and index."""
    # First, since the first run makes the folders that are looked at next.
    try:
        with context.store() as store:
            data = list(_data(store))
    except QuizError as error:
        data = [Finding(_("data"), False, str(error), error.hint)]
    yield _folder(_("home"), context.home)
    yield _folder(_("decks"), context.decks)
    for complaint in context.complaints:
        yield Finding(_("settings"), False, str(complaint), complaint.hint)
    yield _encoding()
    program = f"Python {sys.version.split()[0]}, TERM={os.environ.get('TERM', '')}"
    yield Finding(_("program"), True, program)
    yield from data


def _folder(name: str, path: str) -> Finding:
    if not os.path.isdir(path):
        return Finding(name, False, path, _("There is no such folder; create it."))
    if not os.access(path, os.W_OK):
        return Finding(name, False, path, _("The folder cannot be written to."))
    return Finding(name, True, path)


def _encoding() -> Finding:
    encoding = locale.getpreferredencoding(False)
    return Finding(
        _("encoding"),
        encoding.lower().replace("-", "") == "utf8",
        encoding,
        _("Set the locale to one with UTF-8, say LANG=ko_KR.UTF-8."),
    )


def _data(store: Store) -> Iterator[Finding]:
    decks = store.decks()
    cards = sum(deck.cards for deck in decks)
    problems = [p for p in store.problems() if p.level == "error"]
    yield Finding(
        _("cards"),
        cards > 0,
        _("{cards} in {decks} decks", cards=cards, decks=len(decks)),
        _("Put a deck file into the decks folder, or `quiz add`."),
    )
    yield Finding(
        _("deck files"),
        not problems,
        ngettext("{n} problem", "{n} problems", len(problems)),
        _("`quiz check` names each with its line."),
    )
    bad = store.bad_lines()
    yield Finding(
        _("review log"),
        not bad,
        _("{n} lines, {bad} set aside", n=store.review_count(), bad=len(bad)),
        "; ".join(f"{line.file}:{line.number}: {line.reason}" for line in bad[:5]),
    )
