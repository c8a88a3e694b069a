"""Estimators put one after another, or side by side on columns."""

from __future__ import annotations

from quiz.shapes.arrays.array import as_array
from quiz.shapes.call import Call
from quiz.shapes.learning.estimator import Estimator, same_samples
from quiz.shapes.library import function
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.tables.frame import Frame
from quiz.shapes.terms import Term
from quiz.shapes.values import Array, Value, known
from quiz.text import both


def _fitted(call: Call, to: Estimator, data: Array, labels: Value) -> Array:
    """Return what one estimator, fitted to the data, makes of it."""
    to.state.update(data=data, n_features_in_=data.shape[-1])
    if labels is not None:
        to.state["labels"] = labels
    if to.transform is None:
        raise NotKnown(both("I do not know what {name} makes of data", name=to.name))
    return as_array(to.transform(call, to, data))


@function("sklearn.pipeline.make_pipeline", "*steps, memory=None, verbose=False", given=True)
def _make_pipeline(call: Call) -> Estimator:
    return _pipeline(list(call["steps"]))


@function("sklearn.pipeline.Pipeline imblearn.pipeline.Pipeline", "steps, **kwargs", given=True)
def _named_pipeline(call: Call) -> Estimator:
    steps = call["steps"]
    if not isinstance(steps, list | tuple) or not all(isinstance(s, tuple) for s in steps):
        raise Refused(
            both("Pipeline takes a list of pairs"),
            both('Write [("scaler", StandardScaler()), …], each step with its name.'),
        )
    return _pipeline([step[1] for step in steps])


def _pipeline(steps: list[Value]) -> Estimator:
    def transform(call: Call, to: Estimator, data: Array) -> Array:
        for step in steps:
            if isinstance(step, Estimator):
                data = _fitted(call, step, data, to.state.get("labels"))
        return data

    return Estimator("Pipeline", {"args": (), "kwargs": {}}, transform)


@function(
    "sklearn.compose.ColumnTransformer", "transformers, *, remainder='drop', **kwargs", given=True
)
def _column_transformer(call: Call) -> Estimator:
    parts, rest = call["transformers"], call["remainder"]

    def transform(asked: Call, to: Estimator, data: Array) -> Array:
        frame = to.state.get("table")
        if not isinstance(frame, Frame):
            raise NotKnown(both("I do not know ColumnTransformer on other than a table of pandas"))
        widths, used = [], []
        for _name, step, columns in parts:
            chosen = frame.only([columns] if isinstance(columns, str) else list(known(columns)))
            used += list(chosen.columns)
            if step != "drop":
                widths.append(_width(asked, step, chosen))
        if rest == "passthrough":
            widths.append(len([name for name in frame.columns if name not in used]))
        width = sum((Term(one) for one in widths[1:]), Term(widths[0]))
        asked.say(both("columns of each part: {how}", how=width))
        return Array((data.shape[0], width.value))

    return Estimator("ColumnTransformer", {"args": (), "kwargs": {}}, transform)


def _width(call: Call, step: Value, chosen: Frame) -> int:
    if step == "passthrough":
        return len(chosen.columns)
    if not isinstance(step, Estimator):
        raise NotKnown(both("I do not know this part of a ColumnTransformer"))
    return _fitted(call, step, chosen.to_array(), None).shape[1] or 0


@function("sklearn.metrics.confusion_matrix", "y_true, y_pred, *, labels=None, **kwargs")
def _confusion(call: Call) -> Array:
    true, predicted = as_array(call["y_true"]), as_array(call["y_pred"])
    same_samples(true, predicted)
    if call["labels"] is not None:
        count = len(call["labels"])
    else:
        every = [array.different() for array in (true, predicted)]
        if any(one is None for one in every):
            raise NotKnown(both("how many classes there are depends on the labels"))
        count = len({value for one in every for value in one or ()})
    return Array((count, count), None, "i")


@function(
    "sklearn.metrics.accuracy_score sklearn.metrics.f1_score sklearn.metrics.r2_score"
    " sklearn.metrics.mean_squared_error sklearn.metrics.mean_absolute_error"
    " sklearn.metrics.precision_score sklearn.metrics.recall_score",
    "y_true, y_pred, **kwargs",
)
def _score(call: Call) -> Value:
    same_samples(as_array(call["y_true"]), as_array(call["y_pred"]))
    raise NotKnown(both("one number: I do not work it out"))
