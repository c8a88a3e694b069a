"""`quiz config`: show the settings, or change one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz import config
from quiz.cli.options import Parser, add_json
from quiz.cli.screen import print_columns, print_json
from quiz.errors import UsageError
from quiz.i18n import _

if TYPE_CHECKING:
    from quiz.cli.context import Context


def run(arguments: list[str], context: Context) -> int:
    """Print all settings, one, or set one: `quiz config new_per_day 10`."""
    parser = Parser("config", _("Show the settings, or change one."))
    parser.add_argument("name", metavar="NAME", nargs="?", help=_("a setting"))
    parser.add_argument("value", metavar="VALUE", nargs="?", help=_("its new value"))
    add_json(parser)
    options = parser.parse_args(arguments)
    settings = config.as_dict(context.settings)
    if options.value is not None:
        config.save(context.places.home, options.name, options.value)
        return 0
    if options.name is not None and options.name not in settings:
        raise UsageError(
            _("there is no setting {name!r}", name=options.name),
            _("There are: {names}", names=", ".join(settings)),
        )
    if options.name is not None:
        settings = {options.name: settings[options.name]}
    if options.json:
        print_json(settings)
    else:
        print_columns(
            [(name, str(value), _(config.MEANINGS[name])) for name, value in settings.items()]
        )
    return 0
