"""The four ratings: key, name and consequence, equally wide, clickable."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from quiz.i18n import _
from quiz.marking.mark import Rating
from quiz.marking.words import RATING_WORDS
from quiz.tui.widgets.cells import centre
from quiz.tui.widgets.span import span

GAP = 1


class RatingBar(Widget):
    """Keeps its place while there is nothing to rate, so that nothing moves when there is."""

    class Rated(Message):
        """A rating was clicked."""

        def __init__(self, rating: Rating) -> None:
            super().__init__()
            self.rating = rating

    allowed: Collection[Rating] = ()
    suggested: Rating | None = None
    preview: Mapping[Rating, int] | None = None

    @property
    def roomy(self) -> bool:
        """Whether a free row above and below is drawn."""
        return self.screen.has_class("-tall")

    def show(
        self,
        allowed: Collection[Rating],
        suggested: Rating | None,
        preview: Mapping[Rating, int] | None,
    ) -> None:
        """Offer the `allowed` ratings; `preview` maps a rating to days (None: no schedule)."""
        self.allowed, self.suggested, self.preview = allowed, suggested, preview
        self.refresh()

    def clear(self) -> None:
        """Offer nothing."""
        self.show((), None, None)

    def render(self) -> Content:
        """Return the cells, on two lines each where they are narrow."""
        if not self.allowed:
            return Content("")
        lines = list(zip(*(self._cell(rating) for rating in Rating), strict=True))
        return Content("\n").join(Content(" " * GAP).join(line) for line in lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines of a cell."""
        return 2 if self._narrow(width) else 3 if self.roomy else 1

    def _cell(self, rating: Rating) -> list[Content]:
        width = self._width(self.size.width)
        texts = self._texts(rating)
        if not self._narrow(self.size.width):
            texts = [" ".join(filter(None, texts))]
            texts = ["", *texts, ""] if self.roomy else texts
        return [Content.styled(centre(text, width), self._style(rating)) for text in texts]

    def _texts(self, rating: Rating) -> list[str]:
        """Return key and name, and the consequence ("" where there is none)."""
        name = _(RATING_WORDS[rating])
        if rating not in self.allowed:
            return [f"- {name}", ""]
        mark = "▸" if rating is self.suggested else ""
        days = "" if self.preview is None else span(self.preview[rating])
        return [f"{mark}{rating.value} {name}", days]

    def _style(self, rating: Rating) -> str:
        if rating not in self.allowed:
            return "$text-disabled on $surface"
        if rating is self.suggested:
            return "bold $text on $primary-muted"
        return "$text on $surface"

    def _width(self, width: int) -> int:
        return max((width - 3 * GAP) // 4, 1)

    def _narrow(self, width: int) -> bool:
        """Whether a cell might not hold its longest text: said alike in every phase."""
        names = max(cell_len(_(RATING_WORDS[rating])) for rating in Rating)
        return len("▸1 ") + names + len(" ") + cell_len(_longest()) > self._width(width)

    def on_click(self, event: Click) -> None:
        """Say which rating is under the mouse."""
        place = event.x // (self._width(self.size.width) + GAP)
        if 0 <= place < 4 and (rating := Rating(place + 1)) in self.allowed:
            self.post_message(self.Rated(rating))


def _longest() -> str:
    """Return the longest wait that a rating may name."""
    return max((span(days) for days in (0, 60, 364, 36_500)), key=cell_len)
