"""`quiz due`: how much waits today, fast enough for a shell prompt.

Nothing heavy is imported here while the index is fresh: no yaml, no textual, no rich.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from quiz.cli.options import Parser, add_json
from quiz.cli.screen import print_columns, print_json
from quiz.i18n import _, ngettext

if TYPE_CHECKING:
    from quiz.cli.context import Context


def run(arguments: list[str], context: Context) -> int:
    """Print what is due, by deck and by weak spot."""
    parser = Parser("due", _("Say how much waits today."))
    add_json(parser)
    options = parser.parse_args(arguments)
    report = counts(context)
    if options.json:
        print_json(report)
    else:
        _print(report)
    return 0


def counts(context: Context) -> dict[str, object]:
    """Return what `quiz due --json` prints; a stale index is brought up to date first."""
    from quiz.memory.due import due_counts

    now = context.clock.now()
    found = due_counts(context.places.home, context.places.decks, context.settings, now.day)
    if found is None:
        with context.store():
            pass
        found = due_counts(context.places.home, context.places.decks, context.settings, now.day)
    ...
