"""What kind of answer a text is, where the card does not say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.marking.infer import infer

_EXAMPLES = {
    "names": (
        *("categorical_crossentropy", "StandardScaler", "relu", "np.argmax", "best_params_"),
        *("sklearn.preprocessing", "'same'", "`softmax`", "model.fit()", "Conv2D", "f", "int"),
    ),
    "values": (
        *("(28, 28, 1)", "28, 28, 1", "(5,)", "[0, 1]", "{'a': 1}", "float32", "np.float32"),
        *("'float32'", "3.10", "3.11.4", "python 3.11", ">=3.9", "-1", "0.001", "1e-3", "True"),
        *(
            "None",
            "padding='same'",
            "axis=0",
            "model.fit(x, y)",
            "x[:, 0]",
            "'%Y-%m'",
            "uint8",
            "1/4",
        ),
    ),
    "prose": (
        *("원-핫 인코딩", "mean and standard deviation", "one-hot", "80%", "3D tensor", "C++"),
        *("(샘플 수, 3)", "softmax 함수", "(a) and (b)", "0 ~ 1", "", "1차원"),
    ),
}


@pytest.mark.parametrize(
    ("kind", "answer"), [(kind, answer) for kind in _EXAMPLES for answer in _EXAMPLES[kind]]
)
def test_the_kind_of_an_answer_is_seen(kind: str, answer: str) -> None:
    assert infer(answer) == kind
    assert infer(f" {answer} ") == kind


@given(st.text())
def test_every_text_has_a_kind(answer: str) -> None:
    assert infer(answer) in _EXAMPLES
