"""`quiz due`: how much waits today, fast enough for a shell prompt.

Nothing heavy is imported while the index is fresh: no yaml, no textual, no rich, no dataclasses,
no json, and argparse only where there is something to argue about.
"""

from __future__ import annotations

from quiz.cli.json_text import json_text
from quiz.cli.screen import can_be_printed, no_decks, print_columns, print_json
from quiz.i18n import _, language, ngettext

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself costs a shell prompt milliseconds
    from typing import Any

    from quiz.cli.context import Context


def run(arguments: list[str], context: Context) -> int:
    """Print what is due, by deck and by weak spot."""
    as_json = arguments == ["--json"] or (bool(arguments) and _parse(arguments))
    report = counts(context)
    if as_json:
        said = json_text(report)
        if can_be_printed(said):
            print(said)
        else:
            print_json(report)
    else:
        _print(report, context.decks)
    return 0


def _parse(arguments: list[str]) -> bool:
    """Return whether JSON is asked for."""
    from quiz.cli.options import Parser, add_json

    parser = Parser("due", _("Say how much waits today."))
    add_json(parser)
    return bool(parser.parse_args(arguments).json)


def counts(context: Context) -> dict[str, Any]:
    """Return what `quiz due --json` prints; a stale index is brought up to date first."""
    from quiz.memory.day import iso

    found = _straight(context) or _with_store(context)
    clock, next_day = context.clock, found["next_day"]
    next_at = clock.day_start(next_day) if next_day else None
    return {
        "due": found["due"],
        "new": found["new"],
        "next": None if next_at is None else iso(next_at, clock.offset(next_at)),
        "decks": found["decks"],
        "weak": found["weak"],
    }


def _straight(context: Context) -> dict[str, Any] | None:
    """Return the counts of a fresh index, None if it is stale."""
    from quiz.memory.due import due_counts

    settings, day = context.settings, context.clock.now().day
    return due_counts(
        context.home, context.decks, day, settings.new_per_day, settings.reviews_per_day
    )


def _with_store(context: Context) -> dict[str, Any]:
    from quiz.memory.counts import count

    settings = context.settings
    with context.store() as store:
        return count(store.db, store.tally(), settings.new_per_day, settings.reviews_per_day)


def _print(report: dict[str, Any], folder: str) -> None:
    due = ngettext("{n} card due", "{n} cards due", report["due"])
    new = ngettext("{n} new card", "{n} new cards", report["new"])
    print(_("{due}, {new}", due=due, new=new))
    rows = [
        (f"  {deck['title'].get(language()) or name}", str(deck["due"]), f"+{deck['new']}")
        for name, deck in report["decks"].items()
        if deck["due"] or deck["new"]
    ]
    if rows:
        print_columns(rows)
    elif not report["decks"]:
        print(no_decks(folder))
    elif report["next"]:
        print(_("Next: {when}", when=report["next"][:16].replace("T", " ")))
