"""`quiz check --coverage NOTES`: the notes, line by line, and the cards that ask them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill

from quiz.cli.check import print_problems, problem_dict
from quiz.cli.screen import print_columns, print_json, shown, width
from quiz.decks.coverage import Coverage, Line, coverage
from quiz.decks.not_asked import FILE
from quiz.errors import UsageError
from quiz.i18n import N_, _, ngettext

_LABELS = {
    "advice": N_("Advice or opinion, and the card says so"),
    "world": N_("About the world outside the libraries"),
}
_NARROW, _WIDE = 60, 120
"""Columns of the screen that are made use of."""
_NUMBERS = 13
"""Of them, those of line numbers and of the space between."""


def run(notes: Path, paths: Sequence[Path], *, json: bool) -> int:
    """Print how the decks at `paths` cover `notes`; 1 where a line has neither card nor reason."""
    if not notes.is_file():
        raise UsageError(
            _("{path}: there is no such file", path=notes),
            _("Name the file of your notes, as in --coverage notes.txt."),
        )
    found = coverage(notes, paths)
    if json:
        print_json(_as_dict(found))
    else:
        _print(found, notes.name)
    return 1 if found.missed or found.problems else 0


def _as_dict(found: Coverage) -> dict[str, object]:
    return {
        "lines": [
            {
                "line": line.number,
                "text": line.text,
                "cards": line.cards,
                "reason": line.reason.as_dict() if line.reason else None,
            }
            for line in found.lines
        ],
        "missed": [line.number for line in found.missed],
        **found.unproven,
        "problems": [problem_dict(problem) for problem in found.problems],
    }


def _print(found: Coverage, notes: str) -> None:
    columns = min(max(get_terminal_size().columns, _NARROW), _WIDE)
    if found.lines:
        print_columns([*_rows(found.lines, columns - _NUMBERS)])
    for tag, cards in found.unproven.items():
        if cards:
            print(f"\n{_(_LABELS[tag])} ({len(cards)}):")
            print(shown(fill(", ".join(cards), columns, break_on_hyphens=False)))
    print()
    print_problems(found.problems)
    if found.missed:
        _tell_missed(found.missed, notes)
    print(_sum(found))


def _rows(lines: Sequence[Line], cells: int) -> Iterator[tuple[str, str, str]]:
    """Give numbers, text and cards of each line, or of several that have the same cards."""
    left = cells * 2 // 5
    for _told, alike in groupby(lines, lambda line: (line.cards, line.reason)):
        first, *others = alike
        last = others[-1] if others else first
        said = _ids(first.cards, cells - left) if first.cards else _no_card(first)
        text = " ".join(first.text.split())
        numbers = _numbers(first.number, last.number)
        yield numbers, shown(_cut(text, left)), shown(_cut(said, cells - left))


def _numbers(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _ranges(numbers: Sequence[int]) -> str:
    """Return ascending numbers with those that follow each other as ranges: 1–3, 7."""
    runs = groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
    ends = [[number for _place, number in run] for _offset, run in runs]
    return ", ".join(_numbers(run[0], run[-1]) for run in ends)


def _no_card(line: Line) -> str:
    return f"– {line.reason}" if line.reason else f"✗ {_('no card and no reason')}"


def _ids(cards: Sequence[str], cells: int) -> str:
    """Return the cards, or as many as fit into `cells` and how many more there are."""
    for count in range(len(cards), 1, -1):
        more = f" +{len(cards) - count}" if count < len(cards) else ""
        if width(said := ", ".join(cards[:count]) + more) <= cells:
            return said
    return cards[0] if len(cards) == 1 else f"{cards[0]} +{len(cards) - 1}"


def _cut(text: str, cells: int) -> str:
    """Return `text`, its end cut off where it takes more than `cells`."""
    if width(text) <= cells:
        return text
    kept = next(n for n in range(cells, -1, -1) if width(text[:n]) < cells)
    return f"{text[:kept]}…"


def _tell_missed(missed: Sequence[Line], notes: str) -> None:
    numbers = _ranges([line.number for line in missed])
    said = ngettext(
        "{n} line has neither a card nor a reason: {numbers}",
        "{n} lines have neither a card nor a reason: {numbers}",
        len(missed),
        numbers=numbers,
    )
    source = f"source: {notes}:{missed[0].number}"
    print(f"✗ {said}")
    print("  →", _("Write a card with {source}, or a reason in {file}.", source=source, file=FILE))


def _sum(found: Coverage) -> str:
    asked = sum(bool(line.cards) for line in found.lines)
    return _(
        "{lines} lines: {asked} asked by {cards} cards, {excused} not asked for a reason",
        lines=len(found.lines),
        asked=asked,
        cards=found.cards,
        excused=len(found.lines) - asked - len(found.missed),
    )
