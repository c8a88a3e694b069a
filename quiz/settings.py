"""What the learner can set: the names, what they mean, and which values make sense."""

from __future__ import annotations

from quiz.errors import ConfigError
from quiz.i18n import N_, _

Value = str | int | float


class Settings:
    """All settings; one that is not given has its default.

    A plain class, like the rules below: importing dataclasses costs more than `quiz due` has.
    """

    language: str = "auto"
    theme: str = "auto"
    new_per_day: int = 20
    reviews_per_day: int = 200
    retention: float = 0.9
    """The recall probability at which a card comes due."""
    rollover_hour: int = 4
    """The local hour at which a new day begins."""
    leech_lapses: int = 8
    """After how many lapses a card is called a leech."""
    retype_after_slip: str = "on"
    """Whether a slip that stands is offered to be written once more, right."""

    def __init__(self, **given: Value) -> None:
        for name, value in given.items():
            if name not in RULES:
                raise TypeError(f"not a setting: {name}")
            setattr(self, name, value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Settings) and all(
            getattr(self, name) == getattr(other, name) for name in RULES
        )

    __hash__ = None  # type: ignore[assignment]  # settings can differ and change


class Choice:
    """A setting that is one of a few words."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def check(self, value: object) -> Value:
        """Return `value` if it is one of the words, else raise ConfigError."""
        if isinstance(value, str) and value in self.words:
            return value
        raise ConfigError(_("it must be one of: {words}", words=", ".join(self.words)))

    def read(self, text: str) -> object:
        """Return the value that `text`, typed in a shell, means."""
        return text


class Number:
    """A setting that is a number from `low` to `high`; a whole one if these are."""

    def __init__(self, low: int | float, high: int | float) -> None:
        self.low = low
        self.high = high

    def check(self, value: object) -> Value:
        """Return `value` if it is such a number, else raise ConfigError."""
        whole = isinstance(self.low, int)
        types = (int,) if whole else (int, float)  # exactly: a bool is no number here
        if (
            isinstance(value, int | float)
            and type(value) in types
            and self.low <= value <= self.high
        ):
            return type(self.low)(value)
        kind = _("whole number") if whole else _("number")
        raise ConfigError(
            _("it must be a {kind} from {low} to {high}", kind=kind, low=self.low, high=self.high)
        )

    def read(self, text: str) -> object:
        """Return the value that `text`, typed in a shell, means; the text itself if no number."""
        try:
            return int(text) if isinstance(self.low, int) else float(text)
        except ValueError:
            return text


RULES: dict[str, Choice | Number] = {
    "language": Choice("auto", "ko", "en"),
    "theme": Choice("auto", "dark", "light"),
    "new_per_day": Number(0, 9999),
    "reviews_per_day": Number(0, 99999),
    "retention": Number(0.80, 0.95),
    "rollover_hour": Number(0, 23),
    "leech_lapses": Number(1, 99),
    "retype_after_slip": Choice("on", "off"),
}
"""Which values each setting may have."""

ABOUT: dict[str, str] = {
    "language": N_("language of the interface; auto: the locale's"),
    "theme": N_("dark or light screens; auto: the terminal's"),
    "new_per_day": N_("new cards a day"),
    "reviews_per_day": N_("reviews a day"),
    "retention": N_("how likely a card is still known when it comes due; more costs more reviews"),
    "rollover_hour": N_("the hour at which a new day begins"),
    "leech_lapses": N_("lapses after which a card should be mended"),
    "retype_after_slip": N_("on: after a slip, write the name once more, right; off: go on"),
}
"""What each setting means, as msgids."""


def defaults() -> dict[str, Value]:
    """Return every setting's default by name."""
    return {name: getattr(Settings, name) for name in RULES}


def check(name: str, value: object) -> Value:
    """Return `value` as the setting `name` keeps it; raise ConfigError if either is unknown."""
    if name not in RULES:
        raise ConfigError(_("there is no setting {name!r}", name=name), _nearest(name))
    try:
        return RULES[name].check(value)
    except ConfigError as error:
        raise ConfigError(
            _("{name} = {value!r} is no use: {why}", name=name, value=value, why=error.message),
            _("The default is {default!r}.", default=defaults()[name]),
        ) from None


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, RULES, 1)
    if near:
        return _("Did you mean {name!r}?", name=near[0])
    return _("The settings are: {names}", names=", ".join(RULES))
