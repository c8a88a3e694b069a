"""`quiz add`: a card from the command line, or the app's form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quiz.cards.kinds import DEFAULT, Kind, kinds, read_card
from quiz.cli.options import Parser
from quiz.cli.screen import shown
from quiz.decks.deck_file import deck_file
from quiz.errors import UsageError
from quiz.i18n import _

if TYPE_CHECKING:
    from quiz.cards.fields import Field
    from quiz.cli.context import Context
    from quiz.decks.emit import Value


MANY = ("lines", "texts", "items", "options", "codes")
"""The forms of fields that may be given several times."""


def run(arguments: list[str], context: Context) -> int:
    """Add the card that the options describe; without options open the form."""
    kind = kinds()[_kind(arguments)]
    options = vars(_parser(kind).parse_args(arguments))
    raw = _raw(options, kind.fields)
    if not raw:
        from quiz.cli.app import open_app

        return open_app(context, "add", card=options["deck"] or "")
    if not options["deck"]:
        raise UsageError(_("no deck is named"), _("quiz add DECK --ask … --answer …"))
    path = deck_file(context.places.decks, options["deck"])
    if kind.name != DEFAULT:
        raw = {"kind": kind.name, **raw}
    _refuse_bad(raw, path)
    from quiz.decks.edit import add_card

    card_id = add_card(path, raw)
    print(_("Added {id} to {path}", id=card_id, path=shown(path)))
    return 0


def _kind(arguments: list[str]) -> str:
    """Return the kind that the arguments name: it decides which other options there are."""
    first = Parser("add", "", add_help=False)
    first.add_argument("--kind", choices=list(kinds()), default=DEFAULT)
    return str(first.parse_known_args(arguments)[0].kind)


def _parser(kind: Kind) -> Parser:
    parser = Parser("add", _("Add a card to a deck; without options, open the form."))
    parser.add_argument("deck", metavar="DECK", nargs="?", help=_("a deck's name, old or new"))
    parser.add_argument("--kind", choices=list(kinds()), help=_("the kind of card"))
    for field in kind.fields:
        label, many = _(field.label), field.form in MANY
        if many:
            label = _("{label} (may be given several times)", label=label)
        parser.add_argument(
            f"--{field.key}",
            action="append" if many else "store",
            choices=field.choices or None,
            help=label,
        )
        if field.form == "text":
            parser.add_argument(f"--{field.key}-ko", help=_("the same, in Korean"))
            parser.add_argument(f"--{field.key}-en", help=_("the same, in English"))
    return parser


def _raw(given: Mapping[str, Any], fields: Iterable[Field]) -> dict[str, Value]:
    """Return the card's mapping as a deck file holds it: only what was given."""
    raw: dict[str, Value] = {}
    for key in (field.key for field in fields):
        languages = {
            language: given[f"{key}_{language}"]
            for language in ("ko", "en")
            if given.get(f"{key}_{language}")
        }
        if languages and given[key]:
            raise UsageError(
                _("--{key} is given for both languages and for one", key=key),
                _("Use --{key}, or --{key}-ko and --{key}-en.", key=key),
            )
        if languages or given[key]:
            raw[key] = languages or given[key]
    return raw


def _refuse_bad(raw: Mapping[str, object], path: Path) -> None:
    """Raise UsageError naming the first problem the new card would have."""
    for problem in read_card(dict(raw), deck=path.stem)[1]:
        if problem.level == "error":
            raise UsageError(str(problem.message), str(problem.hint))
