"""Every shape card on several seeds: its answer is what NumPy and Keras give."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from quiz.cards.shape import Shape
from quiz.shapes.asking.ending import Ending, Labels, right_ending
from quiz.shapes.asking.visit import Visit
from quiz.shapes.misconceptions.known import wrong_answers
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, proves_kind
from tests.facts.shape_cards import answered, fits, run

pytestmark = pytest.mark.filterwarnings("ignore:Do not pass an `input_shape`")
SEEDS = range(6)


@proves_kind("shape")
def test_the_answer_to_a_shape_card_is_what_the_real_libraries_give(fact: Fact) -> None:
    (card,) = fact.cards
    assert isinstance(card, Shape)
    for seed in SEEDS:
        PROOFS[card.template.asked](card.visit(seed))


def _answered(visit: Visit) -> None:
    assert answered(visit) == visit.answer(), visit.code


def _fits(visit: Visit) -> None:
    """What a misconception writes in its place does not fit."""
    assert fits(visit, visit.code), visit.code
    for one, wrong in wrong_answers(visit):
        assert not fits(visit, visit.code.replace(str(visit.right), wrong)), (one.id, visit.code)


def _reshaped(visit: Visit) -> None:
    """One axis may be -1."""
    _fits(visit)
    for axis in range(len(visit.right)):
        shape = (*visit.right[:axis], -1, *visit.right[axis + 1 :])
        left = run(visit.code.replace(str(visit.right), str(shape)))
        assert left["X"].shape == visit.right


def _ends(visit: Visit) -> None:
    """The last layer and the loss take the labels and can reach them."""
    assert visit.labels
    assert _loss(right_ending(visit.labels), visit.labels) < 0.02


PROOFS = {
    "shape": _answered,
    "params": _answered,
    "error": _answered,
    "input_shape": _fits,
    "reshape": _reshaped,
    "last": _ends,
}


@pytest.mark.parametrize("kind", ["classes", "onehot"])
def test_the_other_categorical_loss_refuses_the_labels(kind: str) -> None:
    labels, right = Labels(kind, 3), right_ending(Labels(kind, 3))
    other = {
        "classes": "categorical_crossentropy",
        "onehot": "sparse_categorical_crossentropy",
    }[kind]
    assert outcome(_loss, right._replace(loss=other), labels) == "ValueError"


def _loss(ending: Ending, labels: Labels) -> float:
    """Return the loss of outputs that the activation can give and that are as right as can be."""
    count = labels.classes
    truth = {
        "two": np.array([[0.0], [1.0]]),
        "classes": np.arange(count) % count,
        "onehot": np.eye(count),
        "several": np.array([[1.0] * count, [0.0] * count]),
        "number": np.array([[206.5], [75.3]]),
    }[labels.kind].astype("float32")
    wanted = np.eye(count, dtype="float32") if labels.kind == "classes" else truth
    before = wanted if not ending.activation else (wanted * 2 - 1) * 10
    outputs = keras.activations.get(ending.activation or None)(keras.ops.convert_to_tensor(before))
    assert outputs.shape[-1] == ending.units
    return float(
        np.mean(keras.losses.get(ending.loss)(keras.ops.convert_to_tensor(truth), outputs))
    )
