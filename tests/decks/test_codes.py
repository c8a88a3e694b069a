"""README names every code of `quiz check`, and each rule in both languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from quiz import i18n
from quiz.decks.complaints import COMPLAINTS
from quiz.decks.rules import RULES

ROOT = Path(__file__).parents[2]
CODE = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
SAYS_SO = {"complain", "_complain", "Problem", "problem"}


def section() -> str:
    readme = (ROOT / "README.md").read_text("utf-8")
    return readme[readme.index("### What `quiz check` finds") :].split("\n## ")[0]


def rows(text: str) -> list[list[str]]:
    """Return the cells of each row of the tables in `text`."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def of_reading() -> Iterator[str]:
    """Give the code of each problem that reading decks and cards can meet."""
    yield from COMPLAINTS
    for folder in ("quiz/cards", "quiz/decks"):
        for file in (ROOT / folder).glob("*.py"):
            for call in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] in SAYS_SO:
                    values = [a.value for a in call.args if isinstance(a, ast.Constant)]
                    yield from (v for v in values if isinstance(v, str) and CODE.fullmatch(v))


def test_readme_says_of_every_rule_what_it_finds_in_both_languages() -> None:
    told = {row[0].strip("`"): row[1:] for row in rows(section()) if len(row) == 3}
    del told["code"]
    rules = {code: [rule.about, i18n.in_language("ko", rule.about)] for code, rule in RULES.items()}
    assert told == rules


def test_readme_names_the_code_of_everything_that_cannot_be_read() -> None:
    told = [code for row in rows(section()) if len(row) == 2 for code in row[1].split()]
    assert len(told) == len(set(told))
    assert {code.strip("`") for code in told} - {"codes"} == {*of_reading()}
