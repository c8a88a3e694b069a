"""The only door for card text: two languages, NFC, nothing a terminal would obey."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from quiz import i18n

# Escape sequences whole, then every other control character but tab and newline,
# the bidirectional overrides that make text look like other text,
# and halves of characters, which no terminal and no file can take.
_UNSAFE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])?"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def nfc(text: str) -> str:
    """Return `text` with Hangul and accents composed, so that equal looks equal."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """Return `text` in NFC with terminal escapes and control characters taken out."""
    if text.isprintable():
        return text if text.isascii() else nfc(text)
    return nfc(_UNSAFE.sub("", text.replace("\r\n", "\n")))


@dataclass(frozen=True, slots=True)
class Text:
    """One text in Korean and English; a language that is missing falls back to the other."""

    ko: str = ""
    en: str = ""

    @classmethod
    def of(cls, value: str | Mapping[str, str] | None) -> Text:
        """Make a Text of a deck's value: a string (both languages) or {ko: …, en: …}."""
        if value is None:
            return cls()
        if isinstance(value, str):
            plain = clean(value)
            return cls(plain, plain)
        ko, en = clean(value.get("ko", "")), clean(value.get("en", ""))
        return cls(ko or en, en or ko)

    def __str__(self) -> str:
        return self.ko if i18n.language() == "ko" else self.en

    def __bool__(self) -> bool:
        return bool(self.ko or self.en)

    def either(self) -> tuple[str, ...]:
        """Return the different texts, the language in use first."""
        here, there = (self.ko, self.en) if i18n.language() == "ko" else (self.en, self.ko)
        return (here,) if here == there else (here, there)

    def as_dict(self) -> dict[str, str]:
        """Return {"ko": …, "en": …}, as JSON outputs give it."""
        return {"ko": self.ko, "en": self.en}


def both(message: str, /, **values: object) -> Text:
    """Return an interface message in both languages; Text among `values` keeps its language."""

    def said(language: str) -> str:
        filled = {
            name: getattr(value, language) if isinstance(value, Text) else value
            for name, value in values.items()
        }
        return i18n.in_language(language, message, **filled)

    return Text(said("ko"), said("en"))
