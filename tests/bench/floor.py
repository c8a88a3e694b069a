"""The floor to measure against: the least a Textual app with an answer field can be."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Input, Label


class Floor(App[None]):
    """A label, a field, a footer."""

    BINDINGS = [("f10", "quit", "Quit")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Label("What is the name for nothing?")
        yield Input()
        yield Footer()


if __name__ == "__main__":
    Floor().run()
