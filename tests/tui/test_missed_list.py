"""The list behind long screens: quick with any number of rows, right with Hangul."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.content import Content

from quiz.tui.widgets.cells import fit
from quiz.tui.widgets.virtual_list import VirtualList


class ListApp(App[None]):
    """A list of `count` rows in which every hundredth is a heading."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.drawn = 0

    def compose(self) -> ComposeResult:
        yield VirtualList[str](self.draw, lambda row: row.startswith("#"))

    def draw(self, row: str, width: int) -> Content:
        self.drawn += 1
        return Content(fit(row, width))

    def on_mount(self) -> None:
        self.rows.show([f"#{i}" if i % 100 == 0 else f"낱말{i}" for i in range(self.count)])

    @property
    def rows(self) -> VirtualList[str]:
        return self.query_one(VirtualList)

    def lines(self) -> list[str]:
        return [strip.text for strip in self.screen._compositor.render_strips()]


async def test_a_hundred_thousand_rows_are_not_drawn_only_the_window() -> None:
    app = ListApp(100_000)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        assert app.rows.row == "낱말99999"
        assert "낱말99999" in app.lines()[-1]
        assert app.drawn < 200


async def test_the_cursor_passes_over_headings_and_shows_them() -> None:
    app = ListApp(250)
    async with app.run_test(size=(40, 12)) as pilot:
        assert app.rows.row == "낱말1"
        assert app.lines()[0].startswith("  #0")
        await pilot.press("up")
        assert app.rows.row == "낱말1"
        app.rows.cursor = 99
        await pilot.press("down")
        assert app.rows.row == "낱말101"
        await pilot.press("up", "end", "home")
        assert app.rows.row == "낱말1"


async def test_the_mouse_points_at_rows_but_not_at_headings() -> None:
    app = ListApp(50)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.click(VirtualList, offset=(5, 4))
        assert app.rows.row == "낱말4"
        await pilot.click(VirtualList, offset=(5, 0))
        assert app.rows.row == "낱말4"


async def test_an_empty_list_and_one_of_headings_choose_nothing() -> None:
    for count in (0, 1):
        app = ListApp(count)
        async with app.run_test(size=(40, 12)) as pilot:
            await pilot.press("down", "enter", "pagedown", "end", "home")
            assert app.rows.row is None


async def test_every_line_is_as_wide_as_the_list() -> None:
    app = ListApp(300)
    async with app.run_test(size=(41, 12)) as pilot:
        await pilot.pause()
        for strip in app.screen._compositor.render_strips():
            assert strip.cell_length == 41
