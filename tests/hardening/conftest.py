"""The shell of the commands and the desk of the screens, for what goes wrong around them."""

from tests.cli.conftest import quiz
from tests.tui.conftest import desk, english

__all__ = ["desk", "english", "quiz"]
