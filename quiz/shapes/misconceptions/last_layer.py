"""Misconceptions about the last layer and the loss."""

from __future__ import annotations

from quiz.i18n import N_
from quiz.shapes.asking.ending import Ending, Labels, right_ending
from quiz.shapes.misconceptions.misconception import ending

_MANY = ("classes", "onehot")


@ending("one-unit", N_("One unit for all: each class needs a unit of its own"))
def _one_unit(labels: Labels) -> Ending | None:
    right = right_ending(labels)
    return right._replace(units=1) if labels.kind in (*_MANY, "several") else None


@ending("sigmoid-for-softmax", N_("sigmoid for softmax: the classes exclude each other"))
def _sigmoid_for_softmax(labels: Labels) -> Ending | None:
    return right_ending(labels)._replace(activation="sigmoid") if labels.kind in _MANY else None


@ending("softmax-for-sigmoid", N_("softmax for sigmoid: over one unit it is always 1"))
def _softmax_for_sigmoid(labels: Labels) -> Ending | None:
    return right_ending(labels)._replace(activation="softmax") if labels.kind == "two" else None


@ending("one-of-several", N_("softmax and its loss choose one class, but several may hold"))
def _one_of_several(labels: Labels) -> Ending | None:
    right = Ending(labels.classes, "softmax", "categorical_crossentropy")
    return right if labels.kind == "several" else None


@ending("one-hot-for-numbers", N_("categorical_crossentropy needs one-hot labels, not numbers"))
def _one_hot_for_numbers(labels: Labels) -> Ending | None:
    right = right_ending(labels)
    return right._replace(loss="categorical_crossentropy") if labels.kind == "classes" else None


@ending("numbers-for-one-hot", N_("sparse_categorical_crossentropy needs class numbers"))
def _numbers_for_one_hot(labels: Labels) -> Ending | None:
    right = right_ending(labels)
    loss = "sparse_categorical_crossentropy"
    return right._replace(loss=loss) if labels.kind == "onehot" else None


@ending(
    "binary-for-many", N_("binary_crossentropy with softmax: for one of many it is categorical")
)
def _binary_for_many(labels: Labels) -> Ending | None:
    return (
        right_ending(labels)._replace(loss="binary_crossentropy") if labels.kind in _MANY else None
    )


@ending("many-for-two", N_("categorical_crossentropy over one unit has nothing to choose among"))
def _many_for_two(labels: Labels) -> Ending | None:
    loss = "categorical_crossentropy"
    return right_ending(labels)._replace(loss=loss) if labels.kind == "two" else None


@ending("numbers-as-classes", N_("A number has no classes: no activation, and mse"))
def _numbers_as_classes(labels: Labels) -> Ending | None:
    return Ending(1, "sigmoid", "binary_crossentropy") if labels.kind == "number" else None


@ending("numbers-squeezed", N_("An activation keeps a number between its bounds: 0–1, or above 0"))
def _numbers_squeezed(labels: Labels) -> Ending | None:
    return Ending(1, "sigmoid", "mse") if labels.kind == "number" else None


@ending("error-for-probability", N_("mse measures distances; for classes it is a crossentropy"))
def _error_for_probability(labels: Labels) -> Ending | None:
    return None if labels.kind == "number" else right_ending(labels)._replace(loss="mse")


@ending("crossentropy-of-numbers", N_("A crossentropy compares probabilities, not numbers"))
def _crossentropy_of_numbers(labels: Labels) -> Ending | None:
    return Ending(1, "", "binary_crossentropy") if labels.kind == "number" else None
