"""How scalers are used: which data, which method, which shape and dtype. Asked of the libraries."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from itertools import permutations
from typing import Any

import keras
import numpy as np
from sklearn.datasets import load_wine
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import MinMaxScaler, StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

from tests.facts.choices import only_the_answer
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, proves

TRAIN = np.array([[0.0, 3.0], [5.0, 4.0], [10.0, 8.0]])
TEST = np.array([[2.0, 1.0], [100.0, 3.0], [110.0, 9.0]])
IMAGES: Any = np.arange(256, dtype="uint8").reshape(1, 16, 16)


@proves("scaler-not-needed")
def test_which_model_predicts_the_same_after_scaling(fact: Fact) -> None:
    models = {
        "DecisionTreeClassifier": DecisionTreeClassifier(random_state=0),
        "KNeighborsClassifier": KNeighborsClassifier(),
        "SVC": SVC(),
        "Ridge": Ridge(),
    }
    x, y = load_wine(return_X_y=True)
    small = StandardScaler().fit_transform(x)
    same = {
        name: np.allclose(model.fit(x, y).predict(x), model.fit(small, y).predict(small))
        for name, model in models.items()
    }
    only_the_answer(fact, same.__getitem__)


@proves("scaler-per-column")
def test_over_what_the_mean_is_taken(fact: Fact) -> None:
    said: dict[str, Any] = {
        "each column (feature)": TRAIN.mean(axis=0),
        "each row (sample)": TRAIN.mean(axis=1),
        "the whole array at once": TRAIN.mean(),
    }
    means = StandardScaler().fit(TRAIN).mean_
    assert np.array_equal(means, said[fact.answer])
    assert not any(np.array_equal(means, said[wrong]) for wrong in fact.wrong)


@proves("fit-which-data")
def test_which_fit_gives_training_values_their_whole_range_whatever_the_test(fact: Fact) -> None:
    said = {
        "X_train": TRAIN,
        "X_test": TEST,
        "all of X, before splitting": np.concatenate([TRAIN, TEST]),
    }

    def fits(option: str) -> bool:
        after = MinMaxScaler().fit(said[option]).transform(TRAIN)
        return bool(np.allclose(after.min(axis=0), 0) and np.allclose(after.max(axis=0), 1))

    only_the_answer(fact, fits)


@proves("method-for-test")
def test_the_method_that_converts_and_learns_nothing(fact: Fact) -> None:
    scaler = MinMaxScaler().fit(TRAIN)
    after = getattr(scaler, fact.answer)(TEST)
    assert np.allclose(after, (TEST - TRAIN.min(axis=0)) / np.ptp(TRAIN, axis=0))
    assert np.array_equal(scaler.data_max_, TRAIN.max(axis=0))


@proves("method-learn-and-convert")
def test_the_method_that_does_both(fact: Fact) -> None:
    scaler = MinMaxScaler()
    after = getattr(scaler, fact.answer)(TRAIN)
    assert np.array_equal(after, scaler.transform(TRAIN))
    assert np.array_equal(scaler.data_max_, TRAIN.max(axis=0))


@proves("method-back")
def test_a_prediction_back_in_its_old_unit(fact: Fact) -> None:
    scaler = MinMaxScaler().fit([[0], [200]])
    assert scaler.inverse_transform([[0.5]]).item() == fact.value


class Bench:
    """One evaluation on its way; a step too early raises."""

    score = 0.0

    def __init__(self) -> None:
        self.scaler, self.model = StandardScaler(), KNeighborsClassifier()
        self.parts: tuple[Any, ...] = ()

    def split(self) -> None:
        self.parts = train_test_split(*load_wine(return_X_y=True), random_state=0)

    def learn_scale(self) -> None:
        self.scaler.fit(self.parts[0])

    def scale(self) -> None:
        train, test, *labels = self.parts
        self.parts = self.scaler.transform(train), self.scaler.transform(test), *labels

    def learn(self) -> None:
        self.model.fit(self.parts[0], self.parts[2])

    def rate(self) -> None:
        self.score = self.model.score(self.parts[1], self.parts[3])

    def take(self, steps: tuple[str, ...]) -> float:
        ways: dict[str, Callable[[], None]] = {
            "train_test_split(X, y)": self.split,
            "scaler.fit(X_train)": self.learn_scale,
            "scaler.transform(X_train), scaler.transform(X_test)": self.scale,
            "model.fit(X_train, y_train)": self.learn,
            "model.score(X_test, y_test)": self.rate,
        }
        for step in steps:
            ways[step]()
        return self.score


@proves("scale-without-leak")
def test_every_other_order_fails_or_scores_worse(fact: Fact) -> None:
    working = [
        order for order in permutations(fact.steps) if outcome(Bench().take, order) == "runs"
    ]
    scores = {order: Bench().take(order) for order in working}
    best = max(scores.values())
    assert [order for order in working if scores[order] == best] == [fact.steps]


@proves("transform-before-fit")
def test_transform_before_any_fit(fact: Fact) -> None:
    assert outcome(StandardScaler().transform, TRAIN) == fact.answer


@proves("standard-test-mean")
def test_the_mean_of_a_scaled_test_part(fact: Fact) -> None:
    x = load_wine().data[:, :1]
    train, test = train_test_split(x, random_state=0)
    mean = float(StandardScaler().fit(train).transform(test).mean())
    said = {
        "Near 0, but not exactly": 1e-6 < abs(mean) < 0.5,
        "Exactly 0": abs(mean) <= 1e-6,
        "The mean X_test had before": np.isclose(mean, test.mean()),
    }
    only_the_answer(fact, said.__getitem__)


@proves("scaler-one-dimension")
def test_which_shape_makes_values_one_feature(fact: Fact) -> None:
    x = np.arange(5.0)
    said = {
        "x.reshape(-1, 1)": x.reshape(-1, 1),
        "x.reshape(1, -1)": x.reshape(1, -1),
        "x.reshape(-1)": x.reshape(-1),
        "x.T": x.T,
    }

    def is_one_feature(option: str) -> bool:
        scaler = StandardScaler()
        return outcome(scaler.fit, said[option]) == "runs" and scaler.n_features_in_ == 1

    assert outcome(StandardScaler().fit, x) == "ValueError"
    only_the_answer(fact, is_one_feature)


@proves("minmax-on-images")
def test_a_scaler_given_images(fact: Fact) -> None:
    assert f"It raises a {outcome(MinMaxScaler().fit_transform, IMAGES)}" == fact.answer


@proves("image-scale-cast")
def test_the_float_type_of_images(fact: Fact) -> None:
    assert fact.answer == keras.config.floatx()
    after = IMAGES.astype(fact.answer) / 255
    assert (after.dtype, after.min(), after.max()) == (fact.answer, 0, 1)


@proves("uint8-divided")
def test_the_dtype_of_divided_integers(fact: Fact) -> None:
    assert (IMAGES / 255).dtype == fact.answer


@proves("uint8-in-place")
def test_dividing_integers_in_place(fact: Fact) -> None:
    x = IMAGES.copy()
    ended = outcome(operator.itruediv, x, 255)
    said = {
        "It fails because the types do not fit": ended == "UFuncTypeError",
        "x becomes a float64 array": ended == "runs" and x.dtype == "float64",
        "Fractions are dropped and nearly all become 0": ended == "runs" and x.max() <= 1,
    }
    only_the_answer(fact, said.__getitem__)


@proves("why-fit-train-only")
def test_a_maximum_of_the_test_part_shrinks_training_values(fact: Fact) -> None:
    train, test = [[0.0], [10.0]], [[0.0], [100.0]]
    after = MinMaxScaler().fit(train + test).transform(train).max()
    assert {after} == {float(Fraction(text)) for text in fact.right}
