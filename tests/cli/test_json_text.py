"""The JSON of a shell prompt is JSON, though it does without Python's own module."""

from __future__ import annotations

import json
import subprocess
import sys

from hypothesis import example, given
from hypothesis import strategies as st

from quiz.cli.json_text import json_text
from tests.cli.conftest import Shell

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
MAPPINGS = st.recursive(
    st.dictionaries(TEXTS, TEXTS | st.integers() | st.booleans() | st.none(), max_size=4),
    lambda inner: st.dictionaries(TEXTS, inner, max_size=4),
)


@given(MAPPINGS, st.integers(0, 3))
@example({'"': "\\", "\x00": "\u2028"}, 1)
def test_any_mapping_comes_back_as_it_was(value: dict[str, object], depth: int) -> None:
    assert json.loads(json_text(value, depth)) == value


def test_each_deck_has_its_line() -> None:
    value = {"due": 1, "decks": {"a": {"title": {"ko": "가"}, "due": 1}, "b": {}}, "next": None}
    assert json_text(value).splitlines() == [
        "{",
        '  "due": 1,',
        '  "decks": {',
        '    "a": {"title": {"ko": "가"}, "due": 1},',
        '    "b": {}',
        "  },",
        '  "next": null',
        "}",
    ]


def test_hangul_is_escaped_where_stdout_cannot_take_it(quiz: Shell) -> None:
    plain = quiz("due", "--json")
    assert "연습" in plain.out
    quiz.set("PYTHONIOENCODING", "ascii")
    code = "from quiz.cli.main import main; main(['due', '--json'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.isascii()
    assert json.loads(done.stdout) == plain.json()
