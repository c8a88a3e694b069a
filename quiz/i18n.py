"""Interface texts: gettext catalogues in English (the source) and Korean."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:  # a shell prompt waits for every import
    from gettext import NullTranslations

LANGUAGES = ("ko", "en")
DOMAIN = "quiz"
_LOCALE_DIR = os.path.join(os.path.dirname(__file__), "locale")
_catalogues: dict[str, NullTranslations] = {}
_current = "en"


def _catalogue(language: str) -> NullTranslations:
    if language not in _catalogues:
        import gettext

        _catalogues[language] = gettext.translation(DOMAIN, _LOCALE_DIR, [language])
    return _catalogues[language]


def use(language: str) -> None:
    """Make `language` ("ko" or "en") the one that `_` and `ngettext` speak."""
    global _current
    if language not in LANGUAGES:
        raise ValueError(f"not a language of the interface: {language}")
    _current = language


def use_everywhere() -> None:
    """Let argparse speak the language in use: its words go through the process's own domain."""
    import gettext

    os.environ["LANGUAGE"] = _current
    gettext.bindtextdomain(DOMAIN, _LOCALE_DIR)
    gettext.textdomain(DOMAIN)


def language() -> str:
    """Return the language in use: "ko" or "en"."""
    return _current


def language_of_locale() -> str:
    """Return "ko" if the environment asks for Korean (LC_ALL, LC_MESSAGES, LANG), else "en"."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "ko" if value.lower().startswith("ko") else "en"
    return "en"


def _(message: str, /, **values: object) -> str:
    """Return `message` in the language in use, its {names} filled in from `values`."""
    return in_language(_current, message, **values)


def in_language(language: str, message: str, /, **values: object) -> str:
    """Return `message` in `language`, its {names} filled in from `values`."""
    known = language == "en" or not message  # English is the source; "" is gettext's header
    translated = message if known else _catalogue(language).gettext(message)
    return translated.format(**values) if values else translated


def ngettext(one: str, many: str, n: int, /, **values: object) -> str:
    """Return `one` or `many` as the number `n` asks for, {n} and {names} filled in."""
    english = one if n == 1 else many
    said = english if _current == "en" else _catalogue(_current).ngettext(one, many, n)
    return said.format(n=n, **values)


def N_(message: str) -> str:
    """Mark `message` for translation where it is said later, by `_` or `text.both`."""
    return message
