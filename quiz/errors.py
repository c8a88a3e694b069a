"""What can go wrong and how a person is told: message, place, remedy."""


class QuizError(Exception):
    """Something the learner can mend.

    `message` says what happened, `hint` what to do; both are in the language in use.
    `exit_code` is what a command that meets it returns: 1 a problem in the data, 2 wrong usage.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(QuizError):
    """The command was called in a way it does not understand."""

    exit_code = 2


class ConfigError(QuizError):
    """A setting has a name or value that means nothing."""


class StoreError(QuizError):
    """The review log or the index cannot be read or written."""


class DeckError(QuizError):
    """A deck file cannot be read or changed.

    `file` is its path, `line` and `column` count from 1 (0: the whole file).
    """

    def __init__(
        self, message: str, hint: str = "", *, file: str = "", line: int = 0, column: int = 0
    ) -> None:
        super().__init__(message, hint)
        self.file = file
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.message}" if place else self.message
