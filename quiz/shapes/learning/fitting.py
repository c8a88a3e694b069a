"""What estimators are asked: fit, transform, predict."""

from __future__ import annotations

from quiz.shapes.arrays.array import as_array
from quiz.shapes.call import Call
from quiz.shapes.learning.estimator import Estimator, Sparse, same_samples, table_of
from quiz.shapes.library import method
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import said
from quiz.shapes.values import Array, Value
from quiz.text import both

_COLUMN = frozenset(("LabelEncoder", "LabelBinarizer"))


def _data(to: Estimator, value: Value) -> Array:
    if to.name not in _COLUMN:
        return table_of(value, to.name)
    column = as_array(value)
    if len(column.shape) == 2 and column.shape[1] == 1:
        return Array(column.shape[:1], column.items, column.kind)
    if len(column.shape) != 1:
        raise Refused(
            both(
                "{name} takes one column of labels, but gets {shape}",
                name=to.name,
                shape=said(column.shape),
            ),
            both("For features there is OrdinalEncoder or OneHotEncoder."),
        )
    return column


def _learn(to: Estimator, data: Array, labels: Value) -> None:
    to.state["data"] = data
    if labels is not None:
        target = as_array(labels)
        same_samples(data, target)
        to.state["labels"] = target
    if len(data.shape) > 1:
        to.state["n_features_in_"] = data.shape[1]


@method("Estimator", "fit", "X, y=None, **kwargs")
def _fit(call: Call) -> Estimator:
    to: Estimator = call["self"]
    _learn(to, _data(to, call["X"]), call.arguments["y"])
    search = to.state.get("search")
    if search:
        search(to)
    return to


@method("Estimator", "partial_fit", "X, y=None, **kwargs")
def _partial_fit(call: Call) -> Estimator:
    to: Estimator = _fit(call)
    return to


def _transformed(call: Call, to: Estimator, data: Array) -> Value:
    if to.transform is None:
        raise NotKnown(both("I do not know what {name} makes of data", name=to.name))
    return to.transform(call, to, data)


@method("Estimator", "fit_transform", "X, y=None, **kwargs")
def _fit_transform(call: Call) -> Value:
    to: Estimator = call["self"]
    data = _data(to, call["X"])
    to.state["table"] = call["X"]
    _learn(to, data, call.arguments["y"])
    return _transformed(call, to, data)


@method("Estimator", "transform", "X, **kwargs")
def _transform(call: Call) -> Value:
    to: Estimator = call["self"]
    data = _data(to, call["X"])
    _as_fitted(to, data)
    return _transformed(call, to, data)


def _as_fitted(to: Estimator, data: Array) -> None:
    if "data" not in to.state:
        raise Refused(
            both("{name} has not been fitted yet", name=to.name),
            both("Call fit or fit_transform on the training data first."),
            "NotFittedError",
        )
    fitted = to.state.get("n_features_in_")
    if fitted is not None and data.shape[1] != fitted:
        raise Refused(
            both(
                "{name} was fitted to {fitted} features, but now gets {found}",
                name=to.name,
                fitted=fitted,
                found=data.shape[1],
            ),
            both("Give it the same columns as in fit."),
        )


@method("Estimator", "inverse_transform", "X, **kwargs")
def _inverse(call: Call) -> Array:
    to: Estimator = call["self"]
    if "data" not in to.state:
        raise Refused(both("{name} has not been fitted yet", name=to.name), error="NotFittedError")
    data = as_array(call["X"])
    return Array((data.shape[0], *to.state["data"].shape[1:]))


@method("Estimator", "predict", "X, **kwargs")
def _predict(call: Call) -> Array:
    to: Estimator = call["self"]
    data = table_of(call["X"], to.name)
    _as_fitted(to, data)
    labels = to.state.get("labels")
    rest = labels.shape[1:] if labels is not None else ()
    if rest == (1,) and to.name != "LinearRegression":
        rest = ()
    return Array((data.shape[0], *rest))


@method("Estimator", "fit_predict", "X, y=None")
def _fit_predict(call: Call) -> Array:
    return Array((table_of(call["X"], call["self"].name).shape[0],), None, "i")


@method("Estimator", "predict_proba", "X")
def _predict_proba(call: Call) -> Array:
    to: Estimator = call["self"]
    data = table_of(call["X"], to.name)
    _as_fitted(to, data)
    labels = to.state.get("labels")
    different = None if labels is None else labels.different()
    if different is None:
        raise NotKnown(both("how many classes there are depends on the labels"))
    return Array((data.shape[0], len(different)))


@method("Estimator", "score", "X, y=None, **kwargs")
def _score(call: Call) -> Value:
    to: Estimator = call["self"]
    data = table_of(call["X"], to.name)
    _as_fitted(to, data)
    same_samples(data, as_array(call["y"]))
    raise NotKnown(both("one number: I do not work it out"))


@method("Estimator", "get_feature_names_out", "input_features=None")
def _names_out(call: Call) -> Value:
    to: Estimator = call["self"]
    if "data" not in to.state:
        raise NotKnown(both("{name} has not been fitted yet", name=to.name))
    made = _transformed(call, to, to.state["data"])
    return Array((made.shape[1],), None, "O")


@method("Sparse", "toarray todense", "order=None, out=None")
def _to_array(call: Call) -> Array:
    return Array(call["self"].shape)


@method("Sparse", "tocsr astype copy", "*args, **kwargs")
def _sparse(call: Call) -> Array:
    return Sparse(call["self"].shape)
