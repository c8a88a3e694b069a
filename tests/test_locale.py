"""Every text of the interface is there in Korean, and the compiled catalogue is the written one."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "quiz/locale/ko/LC_MESSAGES/quiz.po"
KEYWORDS = {"_": None, "N_": None, "both": None, "ngettext": (1, 2), "in_language": (2,)}
PLACEHOLDER = re.compile(r"{(\w+)")


def _said() -> dict[str | tuple[str, ...], str]:
    """Return every message in the source, with the file that says it."""
    found = extract_from_dir(ROOT / "quiz", [("**.py", "python")], keywords=KEYWORDS)
    return {message: filename for filename, _line, message, _comments, _context in found}


def _korean() -> dict[str | tuple[str, ...], Message]:
    with CATALOGUE.open("rb") as file:
        messages = [message for message in read_po(file, locale="ko") if message.id]
    return {_key(message): message for message in messages}


def _key(message: Message) -> str | tuple[str, ...]:
    return message.id if isinstance(message.id, str) else tuple(message.id or ())


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def test_every_text_of_the_interface_is_there_in_korean() -> None:
    korean = _korean()
    missing = [
        f"{filename}: {message!r}"
        for message, filename in _said().items()
        if message not in korean or not all(_strings(korean[message]))
    ]
    assert not missing, "\n".join(missing)


def test_no_korean_text_is_kept_that_nothing_says() -> None:
    assert not set(_korean()) - set(_said())


def test_a_korean_text_names_the_same_values_as_the_english_one() -> None:
    for message, entry in _korean().items():
        english = message if isinstance(message, str) else message[-1]
        for korean in _strings(entry):
            assert set(PLACEHOLDER.findall(korean)) == set(PLACEHOLDER.findall(english)), message


def test_the_compiled_catalogue_is_the_written_one() -> None:
    compiled = BytesIO()
    with CATALOGUE.open("rb") as file:
        write_mo(compiled, read_po(file, locale="ko"))
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled.getvalue(), (
        "run: pybabel compile -d quiz/locale -D quiz"
    )


@pytest.mark.parametrize("language", ["ko", "en"])
def test_argparse_speaks_the_language_too(
    language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from quiz.cli.main import main

    monkeypatch.setenv("LANGUAGE", "")
    assert main(["--lang", language, "due", "--nonsense"]) == 2
    told = capsys.readouterr().err
    assert ("알 수 없는" in told) == (language == "ko")
