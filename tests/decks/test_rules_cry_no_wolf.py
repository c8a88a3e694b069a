"""`quiz check` raises no alarm at cards that are fine, though they come near."""

from __future__ import annotations

from pathlib import Path

import pytest

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


@pytest.mark.parametrize("card", [TYPED, CHOICE, ORDER, LIST, CLOZE])
def test_a_good_card_of_every_kind_has_nothing_to_mend(tmp_path: Path, card: str) -> None:
    assert codes(tmp_path, card + WHY + END) == []


FINE = {
    "the longest name of a loss": (TYPED, "softmax", "sparse_categorical_crossentropy"),
    "a long answer with a short form": (
        TYPED,
        "softmax\n",
        f"{LONG}\n    accept: [OneHotEncoder]\n",
    ),
    "three long names": (
        LIST,
        "- valid\n      - same",
        "- binary_crossentropy\n      - categorical_crossentropy\n"
        "      - sparse_categorical_crossentropy",
    ),
    "an accepted answer in another case": (TYPED, "softmax\n", "softmax\n    accept: [Softmax]\n"),
    "steps that begin with numbers of their own": (
        ORDER,
        "- split\n      - fit",
        "- 80 rows for fit\n      - 20 rows for score",
    ),
    "two options that are both right and a wrong one": (
        CHOICE,
        "answer: MaxAbsScaler\n    wrong:\n"
        "      - {text: StandardScaler, why: It would fill in the zeros.}",
        "answer: [MaxAbsScaler, StandardScaler(with_mean=False)]\n    wrong:",
    ),
    "a wrong option as long as the right one": (
        CHOICE,
        "answer: MaxAbsScaler\n    wrong:\n      - {text: StandardScaler,",
        "answer: the one that leaves every zero a zero\n    wrong:\n"
        "      - {text: the one that uses the median,",
    ),
    "a choice whose question names all options": (
        CHOICE,
        "suits sparse data",
        "suits sparse data - MaxAbsScaler or MinMaxScaler or StandardScaler",
    ),
    "a question of one Korean word": (
        TYPED,
        ASK,
        "{ko: 소프트맥스는?, en: dog?}",
    ),
    "a hole with a hint alone": (
        CLOZE,
        "Dense(1, activation='{{c1::sigmoid}}')",
        "'{{c1::sigmoid::two classes}}'",
    ),
    "a comment set off by two spaces": (TYPED, "softmax\n", "softmax  # not sigmoid\n"),
    "a quoted #": (TYPED, "answer: softmax", "answer: 'Param #'  # of summary()"),
    "a # in a text of several lines": (
        TYPED,
        ASK,
        "|\n      Which one?\n      # a comment in code\n",
    ),
    "a comment after a key": (ORDER, "steps:", "steps: # two"),
    "a Korean text that is a name": (
        TYPED,
        "answer: softmax",
        "answer: {ko: keras.layers Dense, en: softmax layer}",
    ),
    "an English text that quotes Korean": (
        TYPED,
        "Which last activation for multiclass?",
        'Which is the last activation for what the notes call 다중분류?',
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", FINE)
def test_a_card_that_is_fine_raises_no_alarm(tmp_path: Path, what: str) -> None:
    assert codes(tmp_path, changed(*FINE[what]) + WHY + END) == []
