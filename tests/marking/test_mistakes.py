"""Every mistake has its sentence, in both languages, with its letters in it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import quiz.marking
from quiz.marking import mistakes
from quiz.marking.judge import judge
from quiz.marking.mark import Mistake
from quiz.marking.mistakes import sentence
from quiz.marking.names_list import RealNames
from quiz.marking.purposes import categories
from quiz.marking.spelling import KINDS

_SOURCE = Path(quiz.marking.__file__).parent


def _named_in_the_code() -> set[str]:
    """Return the kinds that the marking code gives as `Mistake("…")` or `_said("…")`."""
    found = set()
    for path in _SOURCE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                kind = node.args[0]
                if node.func.id in ("Mistake", "_said") and isinstance(kind, ast.Constant):
                    found.add(str(kind.value))
    return found


def test_every_kind_of_mistake_has_a_sentence() -> None:
    assert (_named_in_the_code() | KINDS) - {"several"} <= mistakes.kinds()


def test_the_letters_are_in_the_sentence() -> None:
    said = sentence(Mistake("r/l", {"given": "r", "expected": "l"}))
    assert "‘r’ for ‘l’" in said.en
    assert "r" in said.ko
    ending = sentence(Mistake("ending", {"given": "-ar", "expected": "-er"}))
    assert ending.en == "‘-ar’ for ‘-er’ at the end"


def test_several_slips_are_said_one_after_the_other() -> None:
    both = Mistake(
        "several",
        {
            "1": "vowel",
            "1.given": "a",
            "1.expected": "e",
            "2": "extra",
            "2.letters": "h",
        },
    )
    assert sentence(both).en == "Wrong vowel: ‘a’ for ‘e’; ‘h’ is too many"


@pytest.mark.parametrize(
    "mistake",
    [Mistake("of tomorrow"), Mistake("vowel"), Mistake("several"), Mistake("item", {"x": "{}"})],
)
def test_a_mistake_this_version_does_not_know_is_said_by_its_kind(mistake: Mistake) -> None:
    assert sentence(mistake).en == sentence(mistake).ko == mistake.kind


def test_braces_in_an_answer_do_no_harm() -> None:
    assert "{0}" in sentence(Mistake("value", {"given": "{0}", "expected": "{x}"})).en


def test_every_category_of_name_has_words() -> None:
    assert {category for _, category, _ in RealNames().rows()} <= categories()


@pytest.mark.parametrize(
    ("kind", "expected", "answers"),
    [
        ("names", "mean_squared_error", ("mse", "MeanSquaredEror", "mean_square_error", "평균")),
        ("names", "Conv2D", ("Conv4D", "conv2D", "Con2D", "Conv 2D", "Conv22D", "캔ㅍ2ㅇ")),
        ("values", "(28, 28, 1)", ("(28, 1, 28)", "(1, 28)", "(28, 28)", "[28, 28, 1]", "3")),
        ("values", "(None, 3)", ("(3,)", "(3, None)", "(1, 3)", "(None, None, 3)", "(4, 4, 4, 4)")),
        ("values", "padding='same'", ("padding=same", "pad='same'", "a=1, b=2", "padding='x'")),
        ("values", "3.10", ("3.1", "-3.1", "4", "True", "float16")),
        ("prose", "표준편차 1개", ("표준편차 2개", "1개 표준편차", "표즌편차 1개", "표준편차")),
    ],
)
def test_the_sentence_of_a_real_mistake_is_whole(
    kind: str, expected: str, answers: tuple[str, ...]
) -> None:
    for answer in answers:
        mistake = judge([expected], answer, kind, RealNames()).mistake
        assert mistake is not None, answer
        said = sentence(mistake)
        assert said.en != mistake.kind
        assert "{" not in said.en + said.ko
