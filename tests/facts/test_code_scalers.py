"""Code that scales and encodes, run on small tables."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pandas as pd
import pytest
from scipy import sparse
from sklearn import preprocessing
from sklearn.compose import make_column_transformer
from sklearn.pipeline import make_pipeline
from sklearn.svm import SVC

from tests.facts.outcome import outcome
from tests.facts.proof import Fact, proves
from tests.facts.written import Names, ran

RANDOM = np.random.default_rng(0)
TRAIN = RANDOM.normal(5, 3, size=(40, 2))
TEST = RANDOM.normal(9, 4, size=(10, 2))
SKLEARN: Names = {
    "make_column_transformer": make_column_transformer,
    "make_pipeline": make_pipeline,
    "SVC": SVC,
} | {name: getattr(preprocessing, name) for name in preprocessing.__all__}
KERAS = {"to_categorical": keras.utils.to_categorical}


def quartiles(x: Any) -> Any:
    return np.percentile(x, 75, axis=0) - np.percentile(x, 25, axis=0)


MEASURES: dict[str, Any] = {
    "code-scale-standard": (lambda x: x.mean(axis=0), lambda x: x.std(axis=0)),
    "code-scale-minmax": (lambda x: x.min(axis=0), lambda x: np.ptp(x, axis=0)),
    "code-scale-robust": (lambda x: np.median(x, axis=0), quartiles),
    "code-scale-maxabs": (lambda x: 0, lambda x: abs(x).max(axis=0)),
}
"""What each scaler subtracts and what it divides by."""


@proves("code-scale-standard", "code-scale-minmax", "code-scale-robust", "code-scale-maxabs")
def test_both_parts_are_scaled_by_what_train_taught(fact: Fact) -> None:
    less, by = MEASURES[fact.id]
    for names in ran(fact, {**SKLEARN, "X_train": TRAIN, "X_test": TEST}):
        for name, before in (("X_train", TRAIN), ("X_test", TEST)):
            np.testing.assert_allclose(names[name], (before - less(TRAIN)) / by(TRAIN))


@proves("code-scale-maxabs")
def test_a_sparse_matrix_stays_sparse(fact: Fact) -> None:
    few = sparse.csr_matrix([[0.0, 2.0], [4.0, 0.0]])
    for names in ran(fact, lambda: {**SKLEARN, "X_train": few.copy(), "X_test": few.copy()}):
        assert sparse.issparse(names["X_test"]) and names["X_test"].nnz == 2
    for other in (preprocessing.StandardScaler, preprocessing.MinMaxScaler):
        assert outcome(other().fit, few) != "runs"


@proves("code-scale-import")
def test_what_is_imported_makes_mean_0_and_deviation_1(fact: Fact) -> None:
    for names in ran(fact, {}):
        (scaler,) = (one for one in names.values() if hasattr(one, "fit_transform"))
        scaled = scaler().fit_transform(TRAIN)
        np.testing.assert_allclose(
            [scaled.mean(axis=0), scaled.std(axis=0)], [[0, 0], [1, 1]], atol=1e-9
        )


@proves("code-scale-range")
def test_the_smallest_is_minus_one(fact: Fact) -> None:
    for names in ran(fact, SKLEARN):
        assert names["scaler"].fit_transform([[3.0], [5.0], [7.0]]).tolist() == [[-1], [0], [1]]


@proves("code-scale-inverse")
def test_predictions_get_their_unit_back(fact: Fact) -> None:
    scaler = preprocessing.StandardScaler().fit(TRAIN[:, :1])
    pred = scaler.transform([[120.0]])
    for names in ran(fact, lambda: {"y_scaler": scaler, "pred": pred}):
        assert names["price"] == pytest.approx(np.array([[120.0]]))


@proves("code-scale-pipeline")
def test_a_pipeline_scales_before_it_learns(fact: Fact) -> None:
    y = TRAIN[:, 0] > 5
    scaler = preprocessing.StandardScaler().fit(TRAIN)
    alone = SVC().fit(scaler.transform(TRAIN), y)
    for names in ran(fact, lambda: {**SKLEARN, "X_train": TRAIN, "y_train": y}):
        model = names["model"]
        assert [type(step).__name__ for _, step in model.steps] == ["StandardScaler", "SVC"]
        scores = model.decision_function(TEST)
        np.testing.assert_allclose(scores, alone.decision_function(scaler.transform(TEST)))


@proves("code-scale-3d")
def test_each_feature_of_a_series_has_its_own_measure(fact: Fact) -> None:
    series = RANDOM.normal([0, 50, 900], [1, 5, 90], size=(500, 10, 3))
    make = {"X_train": series, "scaler": preprocessing.StandardScaler()}
    for names in ran(fact, make):
        scaled = names["X_train"]
        assert scaled.shape == (500, 10, 3)
        np.testing.assert_allclose(scaled.mean(axis=(0, 1)), 0, atol=1e-9)
        np.testing.assert_allclose(scaled.std(axis=(0, 1)), 1)
        np.testing.assert_allclose(
            scaled[7, 2, 1], (series[7, 2, 1] - series[..., 1].mean()) / series[..., 1].std()
        )


LABELS = np.array([0, 2, 1, 0])


@proves("code-onehot-to-categorical", "code-onehot-eye")
def test_a_row_has_its_one_at_the_label(fact: Fact) -> None:
    name = "y_train" if "y_train" in fact.ask else "y"
    for names in ran(fact, {**KERAS, name: LABELS}):
        assert names[name].tolist() == [[1, 0, 0], [0, 0, 1], [0, 1, 0], [1, 0, 0]]


@proves("code-onehot-classes")
def test_a_batch_has_all_columns(fact: Fact) -> None:
    for names in ran(fact, {**KERAS, "y": np.array([0, 2])}):
        assert names["y"].tolist() == [[1, 0, 0, 0, 0], [0, 0, 1, 0, 0]]


@proves("code-onehot-shifted")
def test_labels_from_one_leave_no_empty_column(fact: Fact) -> None:
    for names in ran(fact, {**KERAS, "y": np.arange(1, 8)}):
        assert names["y"].tolist() == np.eye(7).tolist()
    assert keras.utils.to_categorical(np.arange(1, 8)).shape == (7, 8)


@proves("code-onehot-dummies")
def test_only_the_city_becomes_columns(fact: Fact) -> None:
    df = pd.DataFrame({"city": ["b", "a"], "job": ["x", "y"], "age": [3, 4]})
    for names in ran(fact, {"df": df}):
        assert [*names["df"]] == ["job", "age", "city_a", "city_b"]
        assert names["df"]["city_b"].tolist() == [True, False]


@proves("code-onehot-dummies-int")
def test_dummies_as_integers(fact: Fact) -> None:
    for names in ran(fact, {"y": pd.Series(["b", "a"])}):
        assert names["y"].to_numpy().tolist() == [[0, 1], [1, 0]]
        assert set(names["y"].dtypes) == {np.dtype(int)}


@proves("code-onehot-encoder")
def test_an_unseen_category_is_all_zeros(fact: Fact) -> None:
    data = {"X_train": np.array([["a"], ["b"], ["a"]]), "X_test": np.array([["b"], ["z"]])}
    for names in ran(fact, {**SKLEARN, **data}):
        assert isinstance(names["X_train"], np.ndarray)
        assert names["X_train"].tolist() == [[1, 0], [0, 1], [1, 0]]
        assert names["X_test"].tolist() == [[0, 1], [0, 0]]
    with pytest.raises(TypeError, match="sparse"):
        preprocessing.OneHotEncoder(sparse=False)


@proves("code-onehot-encoder-column")
def test_the_encoder_takes_a_column(fact: Fact) -> None:
    def make() -> Names:
        return {"y": np.arange(150) % 3, "enc": preprocessing.OneHotEncoder()}

    for names in ran(fact, make):
        rows = sparse.csr_matrix(names["y"]).toarray()
        assert rows.tolist() == np.eye(3)[np.arange(150) % 3].tolist()
    with pytest.raises(ValueError, match="2D"):
        make()["enc"].fit_transform(make()["y"])


@proves("code-onehot-back")
def test_rows_become_labels_again(fact: Fact) -> None:
    for names in ran(fact, {"y": np.eye(3)[LABELS]}):
        assert names["labels"].tolist() == LABELS.tolist()


@proves("code-columns-transform")
def test_each_column_goes_where_it_was_sent(fact: Fact) -> None:
    columns = {"age": [20, 30, 40], "income": [1.0, 2.0, 3.0], "city": ["a", "b", "a"]}
    for names in ran(fact, SKLEARN):
        out = names["ct"].fit_transform(pd.DataFrame(columns))
        assert out.shape == (3, 4)
        assert out[:, :2].mean() == pytest.approx(0)
        assert out[:, 2:].tolist() == [[1, 0], [0, 1], [1, 0]]
