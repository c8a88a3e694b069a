"""One argparse parser a command, with an error that looks like every other."""

from __future__ import annotations

import argparse
from typing import NoReturn

from quiz.errors import UsageError
from quiz.i18n import _, use_everywhere


class Parser(argparse.ArgumentParser):
    """A parser that raises UsageError instead of printing and exiting."""

    def __init__(self, command: str, description: str, *, add_help: bool = True) -> None:
        use_everywhere()
        super().__init__(
            prog=f"quiz {command}".strip(),
            description=description,
            allow_abbrev=False,
            add_help=add_help,
        )

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with argparse's message and where to read on."""
        raise UsageError(message, _("`{prog} --help` lists the options.", prog=self.prog))


def whole(text: str) -> int:
    """Read a whole number ≥ 0; ArgumentTypeError otherwise."""
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(_("{text!r} is not a whole number", text=text))
    return int(text)


def days(text: str) -> int:
    """Read a span such as 7d, 2w or 30 (days); ArgumentTypeError otherwise."""
    unit = {"d": 1, "w": 7}.get(text[-1:], 0)
    return whole(text[:-1]) * unit if unit else whole(text)


def add_json(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the --json option that all reporting commands have."""
    parser.add_argument("--json", action="store_true", help=_("print JSON"))
