"""The commands of the palette, in the language in use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from quiz.i18n import _

if TYPE_CHECKING:
    from quiz.tui.app import QuizApp


def commands(app: QuizApp) -> Iterator[SystemCommand]:
    """Yield title, explanation and action of each command."""
    yield SystemCommand(_("Home"), _("What is due today"), app.action_home)
    yield SystemCommand(_("Study"), _("Everything that is due"), app.action_study)
    yield SystemCommand(_("Missed"), _("Answers that were wrong"), app.action_missed)
    yield SystemCommand(_("Add card"), _("Into any deck or a new one"), app.action_add)
    yield SystemCommand(_("Why this error?"), _("Paste it and read on"), app.action_why)
    yield SystemCommand(_("Dark or light"), _("Swap the colours"), app.action_toggle_dark)
    yield SystemCommand(_("Help"), _("All keys"), app.action_help)
    yield SystemCommand(_("Quit"), _("Every answer is kept"), app.exit)
