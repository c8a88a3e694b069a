"""`quiz add`: a card from the command line, or the app's form."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.cards.kinds import kinds
from quiz.cli.options import Parser
from quiz.errors import UsageError
from quiz.i18n import _

if TYPE_CHECKING:
    from quiz.cards.fields import Field
    from quiz.cli.context import Context

ONE, MANY = "one", "many"


def run(arguments: list[str], context: Context) -> int:
    """Add the card that the options describe; without options open the form."""
    fields = _all_fields()
    options = _parser(fields).parse_args(arguments)
    raw = _raw(options, fields)
    if not raw:
        from quiz.cli.app import open_app

        return open_app(context, "add", card=options.deck or "")
    if not options.deck:
        raise UsageError(_("no deck is named"), _("quiz add DECK --ask … --answer …"))
    raw = {"kind": options.kind, **raw}
    path = _deck_path(context.places.decks, options.deck)
    _refuse_bad(raw, path)
    from quiz.decks.edit import add_card

    card_id = add_card(path, raw)
    print(_("Added {id} to {path}", id=card_id, path=path))
    return 0


def _all_fields() -> dict[str, Field]:
    """Return every field that any kind has, by key."""
    return {field.key: field for kind in kinds().values() for field in kind.fields}


def _parser(fields: Mapping[str, Field]) -> Parser:
    parser = Parser("add", _("Add a card to a deck; without options, open the form."))
    parser.add_argument("deck", metavar="DECK", nargs="?", help=_("a deck's name, old or new"))
    parser.add_argument(
        "--kind", choices=list(kinds()), default="typed", help=_("the kind of card")
    )
    for key, field in fields.items():
        if key == "kind":
            continue
        many = field.form in ("lines", "texts", "options")
        parser.add_argument(
            f"--{key}",
            action="append" if many else "store",
            help=_("{label} (may be given several times)", label=_(field.label))
            if many
            else _(field.label),
        )
        if field.form == "text":
            parser.add_argument(f"--{key}-ko", help=_("the same, in Korean"))
            parser.add_argument(f"--{key}-en", help=_("the same, in English"))
    return parser


def _raw(options: Namespace, fields: Mapping[str, Field]) -> dict[str, object]:
    """Return the card's mapping as a deck file holds it; only what was given."""
    given = vars(options)
    raw: dict[str, object] = {}
    for key in fields:
        languages = {
            language: given[f"{key}_{language}"]
            for language in ("ko", "en")
            if given.get(f"{key}_{language}")
        }
        value = given.get(key) if key != "kind" else None
        if languages and value:
            raise UsageError(
                _("--{key} is given for both languages and for one", key=key),
                _("Use --{key}, or --{key}-ko and --{key}-en.", key=key),
            )
        if languages or value:
            raw[key] = languages or value
    return raw


def _deck_path(folder: Path, name: str) -> Path:
    """Return the file of the deck `name`, which need not exist yet."""
    stem = name.removesuffix(".yaml").removesuffix(".yml")
    if not stem or stem.startswith(".") or "/" in stem or "\\" in stem:
        raise UsageError(
            _("{name!r} cannot be a deck's name", name=name),
            _("A deck's name is its file's name without .yaml."),
        )
    other = folder / f"{stem}.yml"
    return other if other.exists() else folder / f"{stem}.yaml"


def _refuse_bad(raw: Mapping[str, object], path: Path) -> None:
    """Raise UsageError naming the first problem the new card would have."""
    from quiz.decks.deck import problems_of

    for problem in problems_of(raw, path.stem):
        if problem.level == "error":
            raise UsageError(str(problem.message), str(problem.hint))
