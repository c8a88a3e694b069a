"""Places on disk, and the settings file in the home folder."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import Any, NamedTuple

from quiz.errors import ConfigError, QuizError
from quiz.i18n import _
from quiz.places import where
from quiz.settings import Settings, Value, check

__all__ = ["Places", "Settings", "load", "places", "save", "unwritable"]

FILE = "config.toml"


class Places(NamedTuple):
    """The two folders: `home` (log, index, settings) and `decks`."""

    home: Path
    decks: Path


def places() -> Places:
    """Return the folders that environment and current folder ask for (see `quiz.places.where`)."""
    home, decks = where()
    return Places(Path(home), Path(decks))


def unwritable(home: Path, error: OSError) -> ConfigError:
    """Return the error that says why the home folder cannot be written, and what to do."""
    return ConfigError(
        _("{folder} cannot be written: {reason}", folder=home, reason=error.strerror or error),
        _("Make it writable, or set QUIZ_HOME to another folder."),
    )


def load(home: Path) -> tuple[Settings, list[QuizError]]:
    """Return the settings of `home` and what is wrong with its file; what is wrong has defaults."""
    path = home / FILE
    try:
        text = _text_of(path)
    except FileNotFoundError:
        return Settings(), []
    except (OSError, UnicodeDecodeError) as error:
        return Settings(), [ConfigError(_("{file} cannot be read: {why}", file=path, why=error))]
    return _parse(text, path)


def _text_of(path: Path) -> str:
    if not stat.S_ISREG(path.stat().st_mode):  # reading a pipe would wait for ever
        raise OSError(_("it is not a file"))
    return path.read_text("utf-8")


def _parse(text: str, path: Path) -> tuple[Settings, list[QuizError]]:
    import tomllib

    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(), [
            ConfigError(
                _("{file} is not TOML: {why}", file=path, why=error),
                _("A line looks like this: {line}", line="new_per_day = 20"),
            )
        ]
    return _checked(raw, text, path)


def _checked(raw: dict[str, Any], text: str, path: Path) -> tuple[Settings, list[QuizError]]:
    good: dict[str, Any] = {}
    wrong: list[QuizError] = []
    for name, value in raw.items():
        try:
            good[name] = check(name, value)
        except ConfigError as error:
            place = f"{path}:{_line_of(name, text)}"
            wrong.append(ConfigError(f"{place}: {error.message}", error.hint))
    return Settings(**good), wrong


def _line_of(name: str, text: str) -> int:
    """Return the line, from 1, on which `name` (or a table of that name) is set; 1 if unknown."""
    found = re.search(rf"""^[ \t]*\[*[ \t]*["']?{re.escape(name)}["']?[ \t]*[=.\]]""", text, re.M)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def save(home: Path, key: str, value: object) -> None:
    """Set `key` to `value` in the settings file, touching nothing but its line.

    Raises ConfigError for an unknown key or a value that means nothing, and where the file
    cannot be read or written.
    """
    value = check(key, value)
    path = (home / FILE).resolve()
    try:
        home.mkdir(parents=True, exist_ok=True)
        old = path.read_bytes().decode() if path.exists() else ""
        new = _with_line(old, key, value)
        _ensure(path, old, new, key, value)
        if new != old:
            _replace(path, new)
    except UnicodeDecodeError as error:
        raise ConfigError(_("{file} cannot be read: {why}", file=path, why=error)) from error
    except OSError as error:
        raise unwritable(home, error) from error


def _with_line(text: str, key: str, value: Value) -> str:
    """Return TOML `text` with `key` set to `value`; a comment behind the value stays."""
    literal = f'"{value}"' if isinstance(value, str) else str(value)
    table = re.search(r"^[ \t]*\[", text, re.M)
    head = text[: table.start()] if table else text
    found = re.search(
        rf"""^([ \t]*["']?{key}["']?[ \t]*=[ \t]*)("[^"\r\n]*"|'[^'\r\n]*'|[^\s#"']+)""", head, re.M
    )
    if found:
        return text[: found.start(2)] + literal + text[found.end(2) :]
    end = "\r\n" if "\r\n" in text else "\n"
    gap = end if head and not head.endswith("\n") else ""
    return f"{head}{gap}{key} = {literal}{end}{text[len(head) :]}"


def _ensure(path: Path, old: str, new: str, key: str, value: Value) -> None:
    """Raise ConfigError unless `new` says what `old` said, but for `key`."""
    import tomllib

    try:
        wanted = tomllib.loads(old) | {key: value}
        if tomllib.loads(new) == wanted:
            return
    except tomllib.TOMLDecodeError:
        pass
    raise ConfigError(
        _("{key} could not be set in {file}", key=key, file=path),
        _("Open the file and write: {line}", line=f"{key} = {value!r}"),
    )


def _replace(path: Path, text: str) -> None:
    """Put `text` in the place of the file `path`: all of it or nothing."""
    draft = path.with_name(f".{path.name}-{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            if path.exists():
                os.fchmod(handle, path.stat().st_mode & 0o777)
            file.flush()
            os.fsync(handle)
        os.replace(draft, path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
