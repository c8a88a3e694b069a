"""`quiz check` finds what is worth mending in a card."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.decks.check import check
from quiz.decks.rules import RULES
from tests.decks.rule_cards import (
    ASK,
    CHOICE,
    CLOZE,
    END,
    LIST,
    LONG,
    ORDER,
    TYPED,
    WHY,
    changed,
    codes,
)

BAD = {
    "an answer of a whole line of code": (TYPED, "softmax", LONG, "long-answer"),
    "a long Korean answer": (
        TYPED,
        "softmax",
        "출력을 모두 더하면 일이 되도록 확률로 바꾼다는 뜻이다",
        "long-answer",
    ),
    "a long hole": (CLOZE, "sigmoid", LONG, "long-answer"),
    "a list of many long names": (
        LIST,
        "- same",
        "\n      ".join(f"- a_name_of_twenty_{n:03}" for n in range(6)),
        "long-answer",
    ),
    "an accepted answer that is the answer": (
        TYPED,
        "softmax\n",
        "softmax\n    accept: [softmax]\n",
        "said-twice",
    ),
    "an answer accepted twice": (
        TYPED,
        "softmax\n",
        "softmax\n    accept: [Softmax, tf, Softmax]\n",
        "said-twice",
    ),
    "an order that is numbered": (
        ORDER,
        "- split\n      - fit",
        "- 1. split\n      - 2. fit",
        "numbered-steps",
    ),
    "an order with its letters": (
        ORDER,
        "- split\n      - fit",
        "- (a) split\n      - (b) fit",
        "numbered-steps",
    ),
    "a choice of two": (
        CHOICE,
        "      - {text: MinMaxScaler, why: It refuses sparse input.}\n",
        "",
        "two-options",
    ),
    "a right option as long as a sentence": (
        CHOICE,
        "answer: MaxAbsScaler",
        "answer: MaxAbsScaler, since it leaves every zero a zero",
        "answer-stands-out",
    ),
    "a wrong option without a reason": (
        CHOICE,
        "{text: StandardScaler, why: It would fill in the zeros.}",
        "StandardScaler",
        "option-without-why",
    ),
    "a choice whose question names the right one": (
        CHOICE,
        "suits sparse data",
        "suits sparse data like MaxAbsScaler",
        "answer-in-question",
    ),
    "a list whose question names an item": (
        LIST,
        "What can padding be",
        "What can padding be but same",
        "answer-in-question",
    ),
    "a bare name for a question": (
        TYPED,
        ASK,
        "RobustScaler?",
        "asks-nothing",
    ),
    "a hole with nothing round it": (
        CLOZE,
        "Dense(1, activation='{{c1::sigmoid}}')",
        "'({{c1::sigmoid}})'",
        "asks-nothing",
    ),
    "a question cut off at a #": (
        TYPED,
        ASK,
        "Which last activation for the Param # of 10?",
        "cut-off",
    ),
    "a text of one language cut off at a #": (
        TYPED,
        ASK,
        "\n      ko: 마지막\n        활성화 함수 #1은?\n      en: Which?",
        "cut-off",
    ),
    "languages in each other's place": (
        TYPED,
        ASK,
        "{ko: Which last activation for multiclass?, en: 다중 분류의 마지막 활성화 함수는?}",
        "languages-swapped",
    ),
    "English where Korean should be": (
        TYPED,
        "다중 분류의 마지막 활성화 함수는?",
        "Which one is the last?",
        "languages-swapped",
    ),
    "Korean where English should be": (
        TYPED,
        "Which last activation for multiclass?",
        "마지막 활성화 함수 softmax?",
        "languages-swapped",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_a_card_to_mend_is_found(tmp_path: Path, what: str) -> None:
    card, old, new, code = BAD[what]
    assert code in codes(tmp_path, changed(card, old, new) + WHY + END)


@pytest.mark.parametrize(
    ("why", "repeats"),
    [
        ("The answer is softmax.", True),
        ("Because softmax is the last activation for multiclass.", True),
        ("{ko: 다중 분류의 마지막 활성화 함수는 softmax예요., en: Its outputs add up to 1.}", True),
        ("softmax, whose outputs add up to 1.", False),
        ("{ko: softmax의 출력은 더하면 1이에요., en: Soft for smooth.}", False),
    ],
)
def test_a_why_must_say_something_new(tmp_path: Path, why: str, repeats: bool) -> None:
    found = codes(tmp_path, f"{TYPED}    why: {why}\n{END}")
    assert found == (["why-repeats"] if repeats else [])


@pytest.mark.parametrize(
    ("source", "names_a_place"),
    [
        ("notes.txt", False),
        ("notes.txt:18", True),
        ("notes.txt, 다중분류", True),
        ("https://keras.io/api.html", True),
        ("Géron p. 12", True),
    ],
)
def test_a_source_names_a_place(tmp_path: Path, source: str, names_a_place: bool) -> None:
    found = codes(tmp_path, f"{TYPED}{WHY}    source: {source}\n")
    assert found == ([] if names_a_place else ["no-place"])


def test_what_is_cut_off_is_said_with_its_place(tmp_path: Path) -> None:
    codes(tmp_path, changed(TYPED, "softmax", "Param #1") + WHY + END)
    (problem,) = check([tmp_path]).problems
    assert (problem.line, problem.column) == (4, 13)
    assert "#1" in problem.message.en and "#1" in problem.message.ko


def test_each_rule_is_tested_here_or_with_the_whole_check() -> None:
    here = {code for *_, code in BAD.values()} | {"why-repeats", "no-place"}
    general = {"missing-id", "unknown-weak-spot", "missing-language", "missing-why"}
    shape = {"no-answer"}  # tests/decks/test_rules_shape.py
    assert here | general | shape | {"missing-source", "same-question"} == RULES.keys()
