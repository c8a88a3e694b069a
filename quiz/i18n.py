"""Interface texts: gettext catalogues in English (the source) and Korean."""

from __future__ import annotations

import gettext as _gettext
import os

LANGUAGES = ("ko", "en")
DOMAIN = "quiz"
_LOCALE_DIR = os.path.join(os.path.dirname(__file__), "locale")
_catalogues: dict[str, _gettext.NullTranslations] = {}
_current = "en"


def _catalogue(language: str) -> _gettext.NullTranslations:
    if language not in _catalogues:
        source = language == "en"
        _catalogues[language] = (
            _gettext.NullTranslations()
            if source
            else _gettext.translation(DOMAIN, _LOCALE_DIR, [language])
        )
    return _catalogues[language]


def use(language: str) -> None:
    """Make `language` ("ko" or "en") the one that `_` and `ngettext` speak.

    argparse speaks it too: its words go through the process-wide gettext domain.
    """
    global _current
    if language not in LANGUAGES:
        raise ValueError(f"not a language of the interface: {language}")
    _current = language
    os.environ["LANGUAGE"] = language
    _gettext.bindtextdomain(DOMAIN, _LOCALE_DIR)
    _gettext.textdomain(DOMAIN)


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
    translated = _catalogue(language).gettext(message) if message else ""
    return translated.format(**values) if values else translated


def ngettext(one: str, many: str, n: int, /, **values: object) -> str:
    """Return `one` or `many` as the number `n` asks for, {n} and {names} filled in."""
    return _catalogue(_current).ngettext(one, many, n).format(n=n, **values)


def N_(message: str) -> str:
    """Mark `message` for translation where it is said later, by `_` or `text.both`."""
    return message
