"""The last layer and the loss that fit what is predicted, and why."""

from __future__ import annotations

from typing import NamedTuple

from quiz.i18n import N_
from quiz.text import Text, both

_WHY = {
    "two": N_("Two classes as 0 and 1: one unit with sigmoid, binary_crossentropy."),
    "classes": N_("Class numbers: a unit a class with softmax, and sparse_ in the loss."),
    "onehot": N_("One-hot labels: a unit a class with softmax, categorical_crossentropy."),
    "several": N_("Several may hold at once: a sigmoid for each, binary_crossentropy."),
    "number": N_("A number is predicted: one unit without activation, and mse."),
}
LABELS = tuple(_WHY)


class Labels(NamedTuple):
    """What is predicted: one of LABELS, and how many classes (1 for a number)."""

    kind: str
    classes: int

    @property
    def why(self) -> Text:
        """Why the right last layer is right."""
        return both(_WHY[self.kind])


class Ending(NamedTuple):
    """A last Dense layer and a loss; activation "": none."""

    units: int
    activation: str
    loss: str

    def __str__(self) -> str:
        activation = f", activation='{self.activation}'" if self.activation else ""
        return f"Dense({self.units}{activation}), loss='{self.loss}'"


def right_ending(labels: Labels) -> Ending:
    """Return the last layer and loss for `labels` (keras.io, losses: what each expects)."""
    endings = {
        "two": Ending(1, "sigmoid", "binary_crossentropy"),
        "classes": Ending(labels.classes, "softmax", "sparse_categorical_crossentropy"),
        "onehot": Ending(labels.classes, "softmax", "categorical_crossentropy"),
        "several": Ending(labels.classes, "sigmoid", "binary_crossentropy"),
        "number": Ending(1, "", "mse"),
    }
    return endings[labels.kind]
