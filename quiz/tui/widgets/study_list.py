"""What can be studied: everything, one deck, one weak spot; a line each, aligned by cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quiz.i18n import N_, _
from quiz.tui.widgets.bars import mastery_bar
from quiz.tui.widgets.cells import fit
from quiz.tui.wish import Wish

if TYPE_CHECKING:
    from quiz.memory.store import Counts, Mastery

_NUMBER = 10
"""Cells for each of the two counts."""
_BAR = 12
_MARGIN = 4
"""Cells beside a line (`home.tcss`)."""


class Line(NamedTuple):
    """One line of the list; a title has no wish."""

    name: str
    due: int = 0
    new: int = 0
    wish: Wish | None = None
    mastery: Mastery | None = None
    resume: bool = False
    mastery_below: bool = False
    """A title: whether its lines show how well they are mastered."""


class StudyList(OptionList):
    """Lines under titles; the cursor stands only on what can be studied."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "select", N_("Start"))]

    lines: tuple[Line, ...] = ()

    def show(self, counts: Counts, mastery: Mapping[str, Mastery], waiting: int) -> None:
        """Draw these counts; `waiting` is how many cards a paused session still has.

        The cursor stays on its line, wherever that moves to.
        """
        chosen = self.line if self.lines else None
        self.lines = tuple(study_lines(counts, mastery, waiting))
        places = [(line.wish, line.resume) for line in self.lines]
        self._draw()
        if chosen and (chosen.wish, chosen.resume) in places:
            self.highlighted = places.index((chosen.wish, chosen.resume))

    def on_resize(self, event: Resize) -> None:
        """Align anew for another width."""
        self._draw()

    @property
    def line(self) -> Line:
        """The line under the cursor (everything, where there is none)."""
        at = self.highlighted
        return self.lines[at] if at is not None and at < len(self.lines) else Line("", wish=Wish())

    def _draw(self) -> None:
        at = self.highlighted
        width = self.scrollable_content_region.width - _MARGIN
        air = Content("\n" if self.screen.has_class("-tall") else "")
        options = [
            Option(air + line_content(line, width), disabled=True)
            if line.wish is None
            else Option(line_content(line, width))
            for line in self.lines
        ]
        self.set_options(options)
        self.highlighted = at if at is not None and at < len(options) else (0 if options else None)


def study_lines(counts: Counts, mastery: Mapping[str, Mastery], waiting: int) -> list[Line]:
    """Return the lines: a paused session, everything, then decks and weak spots by name."""
    lines = (
        [Line(_("Go on where you paused"), waiting, wish=Wish(), resume=True)] if waiting else []
    )
    lines.append(Line(_("Everything due"), counts.due, counts.new, Wish()))
    decks = sorted((str(deck.title), name) for name, deck in counts.decks.items())
    if decks:
        lines.append(Line(_("Decks")))
    for title, name in decks:
        deck = counts.decks[name]
        lines.append(Line(title, deck.due, deck.new, Wish(deck=name)))
    if mastery:
        lines.append(Line(_("Weak spots"), mastery_below=True))
    for spot, held in sorted(mastery.items(), key=lambda pair: pair[1].recall):
        due, new = counts.weak.get(spot, (0, 0))
        lines.append(Line(str(held.spot.name), due, new, Wish(weak=spot), held))
    return lines


def line_content(line: Line, width: int) -> Content:
    """Return one line in `width` cells: name, mastery where it is known, due, new."""
    bar = _BAR if width >= 60 else 4
    if line.wish is None:
        return _title(line, width, bar)
    numbers = Content.assemble(
        _number(line.due, "$text-warning"), _number(line.new, "$text-accent")
    )
    held = Content("")
    if line.mastery is not None:
        held = mastery_bar(line.mastery.recall, line.mastery.seen, bar)
    room = width - numbers.cell_length - held.cell_length
    return Content.assemble(fit("  " + line.name, room), held, numbers)


def _title(line: Line, width: int, bar: int) -> Content:
    """Return the title of a section, and over its columns what they count."""
    columns = "".join(fit(_(name), _NUMBER, right=True) for name in (N_("to review"), N_("unseen")))
    if line.mastery_below:
        columns = fit(_("recall"), bar + 5, right=True) + columns
    name = fit(line.name, width - cell_len(columns))
    return Content.assemble((name, "bold $text-muted"), (columns, "$text-muted"))


def _number(count: int, style: str) -> tuple[str, str]:
    return fit(str(count) if count else "-", _NUMBER, right=True), (
        f"bold {style}" if count else "$text-disabled"
    )
