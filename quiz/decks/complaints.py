"""All that can be wrong with a deck's text before it is cards, in people's words."""

from __future__ import annotations

from quiz.cards.problem import Problem, quoted
from quiz.errors import DeckError
from quiz.i18n import N_
from quiz.text import both

_QUOTES = N_("Put the whole text in quotes, or below its key after a | sign.")
_SPACES = N_("Lines that belong together begin in the same column.")

COMPLAINTS: dict[str, tuple[str, str]] = {
    # the file
    "cannot-open": (
        N_("The file cannot be opened: {reason}"),
        N_("Look whether it exists and whether you may read it."),
    ),
    "not-a-file": (
        N_("This is not a file"),
        N_("A deck is a text file whose name ends in .yaml."),
    ),
    "name-not-utf8": (
        N_("The file's name is not in UTF-8, so its cards are not asked"),
        N_("Give it another name."),
    ),
    "too-big": (N_("The file is larger than {most} MB"), N_("Split it into several decks.")),
    "not-utf8": (
        N_("The file is not in UTF-8"),
        N_("Save it again with the encoding UTF-8."),
    ),
    "control-character": (
        N_("There is a control character here ({character}); it is shown as \ufffd"),
        N_("Delete it; if the whole file looks like this, it is damaged or not a text file."),
    ),
    "empty-file": (
        N_("The file is empty"),
        N_("A deck needs at least a title: and below cards: a list of cards."),
    ),
    "no-deck": (
        N_("This is not a deck"),
        N_("A deck begins with title: and has its cards in a list below cards:."),
    ),
    "several-documents": (
        N_("A line --- begins a second document here, which is not read"),
        N_("Delete that line, or move what follows into a file of its own."),
    ),
    # the shape of the values
    "too-deep": (
        N_("Lists or mappings are nested too deeply here"),
        N_("A text with brackets in it needs quotes."),
    ),
    "too-many-aliases": (
        N_("Aliases (*name) repeat more than this file may hold"),
        N_("Write the values out; a deck is read up to here."),
    ),
    "unknown-alias": (
        N_("There is no &{name} above for *{name}"),
        N_("A text that begins with * needs quotes."),
    ),
    "anchored-cards": (
        N_("The list of cards cannot have a name (&name)"),
        N_("Delete it; single cards and values may have one."),
    ),
    "key-not-text": (
        N_("A key here is not a plain text"),
        N_("A text with brackets or braces in it needs quotes."),
    ),
    "duplicate-key": (
        N_("{key} stands twice: in line {first} and in line {second}"),
        N_("Keep one of the two."),
    ),
    "merge-key": (
        N_("Decks know no merge key <<"),
        N_("Write the values out, or repeat single ones with &name and *name."),
    ),
    "tag": (
        N_("Decks know no tags such as {tag}"),
        N_("Delete it; a text that begins with ! needs quotes."),
    ),
    # what libyaml and its Python twin cannot read
    "tab": (N_("There is a tab here"), N_("Indent with spaces only.")),
    "reserved-character": (N_("A text cannot begin with {character} here"), _QUOTES),
    "quote-not-closed": (N_("This quote is never closed"), N_("Add the closing quote.")),
    "bracket-not-closed": (
        N_("This {bracket} is never closed, or what is in it needs quotes"),
        N_("Close it; texts with , : [ ] {{ }} in them need quotes."),
    ),
    "colon": (
        N_("A colon cannot stand here"),
        N_("Put quotes round a text with a colon in it; else check how far the line is indented."),
    ),
    "no-key": (
        N_("A key and a colon should begin here"),
        N_("Check how far the line is indented and where quotes end; put quotes round the text."),
    ),
    "no-item": (N_("The list breaks off here: a line with - should follow"), _SPACES),
    "dash": (N_("A list cannot begin here"), N_("Begin it in a new line below its key.")),
    "no-value": (N_("A value should stand here"), _QUOTES),
    "escape": (
        N_("After a backslash in double quotes this means nothing"),
        N_("Use single quotes, or write the backslash twice."),
    ),
    "block-text": (
        N_("After | or > the text begins in the next line"),
        N_("Move it there and indent it, or put the text in quotes."),
    ),
    "alias-name": (
        N_("& and * begin the name of a value"),
        N_("A text that begins with & or * needs quotes."),
    ),
    "directive": (
        N_("A line that begins with % means nothing here"),
        N_("Delete it; decks need no such lines."),
    ),
    "indentation": (N_("This is indented in a way that means nothing"), _SPACES),
    "yaml-syntax": (N_("This is not YAML: {reason}"), _QUOTES),
}
"""Code of a problem → what it says and what to do."""


class Unreadable(DeckError):
    """A deck, or the rest of it, cannot be read; `problem` says so in both languages."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(
            str(problem.message),
            str(problem.hint),
            file=problem.file,
            line=problem.line,
            column=problem.column,
        )
        self.problem = problem


def problem(code: str, file: str, line: int = 0, column: int = 0, **values: object) -> Problem:
    """Make the problem that `code` names; its messages are filled in from `values`."""
    message, hint = COMPLAINTS[code]
    said = {name: quoted(value) for name, value in values.items()}
    return Problem(file, line, column, "", code, both(message, **said), both(hint, **said))
