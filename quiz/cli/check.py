"""`quiz check`: problems in deck files, with place and remedy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.cli.options import Parser, add_json
from quiz.cli.screen import print_columns, print_json, shown, tell
from quiz.errors import DeckError, UsageError
from quiz.i18n import _, ngettext

if TYPE_CHECKING:
    from quiz.cards.problem import Problem
    from quiz.cli.context import Context
    from quiz.decks.check import Report


def run(arguments: list[str], context: Context) -> int:
    """Check decks; 1 if any has a problem that must be mended."""
    options = _parser().parse_args(arguments)
    paths = [Path(path) for path in options.paths] or [context.places.decks]
    for path in paths:
        if not path.exists():
            raise UsageError(
                _("{path}: there is no such file or folder", path=path),
                _("Name deck files or a folder of them."),
            )
    from quiz.decks.check import check, files_of, types

    unmended = _fix(files_of(paths), quiet=options.json) if options.fix else 0
    if options.types:
        print_columns([(shown(file), card, kind) for file, card, kind in types(paths)])
        return 0
    if options.coverage:
        from quiz.cli import coverage

        code = coverage.run(Path(options.coverage), paths, json=options.json)
        return 1 if unmended else code
    report = check(paths)
    if options.json:
        print_json(as_dict(report))
    else:
        _print(report)
    errors = any(problem.level == "error" for problem in report.problems)
    return 1 if errors or unmended else 0


def _fix(files: Sequence[Path], *, quiet: bool) -> int:
    """Give ids to the cards of each deck; return how many decks could not be changed."""
    from quiz.decks.edit import mint_ids

    minted = failed = 0
    for file in files:
        try:
            minted += mint_ids(file)
        except DeckError as error:
            failed += 1
            tell(error)
    if not quiet:
        print(ngettext("{n} id given.", "{n} ids given.", minted))
    return failed


def _parser() -> Parser:
    parser = Parser("check", _("Find problems in deck files."))
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help=_("deck files or folders (default: your decks)")
    )
    parser.add_argument("--fix", action="store_true", help=_("give an id to every card without"))
    parser.add_argument(
        "--types", action="store_true", help=_("show how each typed answer is judged")
    )
    parser.add_argument(
        "--coverage", metavar="NOTES", help=_("show which cards ask each line of your notes")
    )
    add_json(parser)
    return parser


def as_dict(report: Report) -> dict[str, object]:
    """Return what `quiz check --json` prints."""
    return {"cards": report.cards, "problems": [problem_dict(p) for p in report.problems]}


def problem_dict(problem: Problem) -> dict[str, object]:
    """Return one problem as JSON outputs give it."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "card": problem.card,
        "code": problem.code,
        "message": str(problem.message),
        "hint": str(problem.hint),
        "level": problem.level,
    }


def print_problems(problems: Sequence[Problem]) -> None:
    """Print each problem: place, code and message, then the remedy."""
    for problem in problems:
        place = ":".join(str(p) for p in (problem.file, problem.line, problem.column) if p)
        print(shown(f"{place}: {problem.message} [{problem.code}]"))
        if problem.hint:
            print(shown(f"  → {problem.hint}"))


def _print(report: Report) -> None:
    print_problems(report.problems)
    cards = ngettext("{n} card", "{n} cards", report.cards)
    problems = ngettext("{n} problem", "{n} problems", len(report.problems))
    print(_("{cards}, {problems}", cards=cards, problems=problems))
