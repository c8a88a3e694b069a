"""`quiz`: finds the command, sets the language, and tells errors to people."""

from __future__ import annotations

import os
import sys

from quiz import i18n
from quiz.cli.screen import tell
from quiz.errors import QuizError, UsageError
from quiz.i18n import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:  # a shell prompt waits for every import
    from collections.abc import Sequence

COMMANDS = {
    "study": N_("ask today's cards (--plain: line by line, without the screen)"),
    "due": N_("say how much waits today"),
    "missed": N_("list the missed answers, or drill them"),
    "weak": N_("show how well each weak spot holds"),
    "add": N_("add a card to a deck"),
    "edit": N_("change a card"),
    "show": N_("show a card and its history"),
    "search": N_("find cards"),
    "check": N_("find problems in deck files"),
    "mark": N_("judge an answer, recording nothing"),
    "shape": N_("work out the shapes of a program, without running it"),
    "why": N_("say what an error means and how to mend it"),
    "doctor": N_("look at everything the program needs"),
    "config": N_("show or change settings"),
}
"""Each command is the module of `quiz.cli` with its name; loaded only when it is called."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run `quiz` with `argv` (default: the process's) and return its exit code.

    0 fine, 1 a problem in the learner's data, 2 wrong usage, 130 interrupted.
    """
    _open_descriptors()
    arguments = list(sys.argv[1:] if argv is None else argv)
    i18n.use(i18n.language_of_locale())
    try:
        code = _run(arguments)
        if sys.stdout:
            sys.stdout.flush()
        return code
    except QuizError as error:
        return tell(error)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _be_silent()  # the reader (say `head`) has gone: there is nothing more to say
        return 0
    except UnicodeEncodeError:
        i18n.use("en")  # this can be read where Korean cannot
        _be_silent()
        return tell(
            QuizError(_("this terminal cannot show Korean"), _("Set the locale to one with UTF-8."))
        )
    except OSError as error:
        _be_silent()
        return tell(
            QuizError(
                _("the system refuses: {reason}", reason=error),
                _("Look whether the disk is full and the folder writable. Nothing is lost."),
            )
        )


def _open_descriptors() -> None:
    """Have 0, 1 and 2 open: else the next file, say the review log, stands in for stderr."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


def _be_silent() -> None:
    """Drop what stdout still holds: it would be tried again at the exit, and be a traceback."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str]) -> int:
    from quiz.cli.context import Context

    language = _take_language(arguments)
    if arguments and arguments[0] in ("-h", "--help"):
        i18n.use(language or i18n.language_of_locale())
        print(_help())
        return 0
    if arguments == ["--version"]:
        return _version()
    context = Context(language)
    name, rest = (arguments[0], arguments[1:]) if arguments else ("app", [])
    if name not in ("check", "why"):  # whose paths may be any bytes; all other words are text
        rest = [word.encode("utf-8", "surrogateescape").decode("utf-8", "replace") for word in rest]
    if name not in COMMANDS and name != "app":
        raise UsageError(
            _("there is no command {name!r}", name=name),
            _nearest(name) or _("`quiz --help` lists the commands."),
        )
    from importlib import import_module

    return int(import_module(f"quiz.cli.{name}").run(rest, context))


def _take_language(arguments: list[str]) -> str | None:
    """Take --lang out of `arguments`, wherever it stands before a `--`."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    for i, argument in enumerate(arguments[:end]):
        name, equals, value = argument.partition("=")
        if name != "--lang":
            continue
        value = value if equals else "".join(arguments[i + 1 : i + 2])
        del arguments[i : i + (1 if equals else 2)]
        if value not in i18n.LANGUAGES:
            raise UsageError(
                _("--lang {value!r} is not a language of quiz", value=value),
                _("Use --lang ko or --lang en."),
            )
        return value
    return None


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, 1)
    return _("Did you mean `quiz {name}`?", name=near[0]) if near else ""


def _help() -> str:
    rows = "\n".join(f"  {name:<8} {_(summary)}" for name, summary in COMMANDS.items())
    return "\n".join(
        (
            _("usage: quiz [--lang ko|en] [command] [options]"),
            "",
            _("Without a command: opens the app. `quiz COMMAND --help` says more."),
            "",
            rows,
        )
    )


def _version() -> int:
    from importlib.metadata import version

    print("quiz", version("quiz"))
    return 0
