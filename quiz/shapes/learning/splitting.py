"""Data split into parts. Source: sklearn/model_selection/_split.py of 1.9."""

from __future__ import annotations

from math import ceil, floor

from quiz.shapes.arrays.array import as_array
from quiz.shapes.call import Call
from quiz.shapes.learning.estimator import Estimator, maker, same_samples
from quiz.shapes.library import FUNCTIONS, Function, function, method
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.tables.frame import Frame, Series
from quiz.shapes.tables.selecting import pick_rows
from quiz.shapes.values import Array, Value
from quiz.text import both


@function(
    "sklearn.model_selection.train_test_split",
    "*arrays, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None",
)
def _split(call: Call) -> list[Value]:
    given = call["arrays"]
    if not given:
        raise Refused(both("train_test_split needs at least one array"))
    for one in given:
        if isinstance(one, int | float):
            raise Refused(
                both("{value} stands among the arrays that are to be split", value=one),
                both("Name it: test_size={value}.", value=one),
                "TypeError",
            )
    same_samples(*map(as_array, given))
    samples = as_array(given[0]).shape[0] or 0
    train, test = _parts(call, samples)
    call.say(
        both(
            "of {samples} samples: {test} to test, {train} to train",
            samples=samples,
            test=test,
            train=train,
        )
    )
    return [part for one in given for part in (_rows(one, train), _rows(one, test))]


def _rows(value: Value, count: int) -> Value:
    """Return a part of as many rows; which ones they are is not told."""
    if isinstance(value, Series | Frame):
        cut = (
            value.item(slice(0, count))
            if isinstance(value, Series)
            else pick_rows(value, slice(0, count))
        )
        if isinstance(cut, Series):
            return Series(cut.column._replace(items=None), count, cut.name)
        return Frame(
            {n: c._replace(items=None) for n, c in cut.columns.items()}, count, (None,) * count
        )
    array = as_array(value)
    return Array((count, *array.shape[1:]), None, array.kind)


def _parts(call: Call, samples: int) -> tuple[int, int]:
    """Return how many samples train and how many test: the test part is rounded up."""
    test, train = call["test_size"], call["train_size"]
    for size in (test, train):
        _fits(size, samples)
    if test is None and train is None:
        test = 0.25
    tested = _count(test, samples, up=True)
    trained = _count(train, samples, up=False)
    tested = samples - trained if tested is None and trained is not None else tested or 0
    trained = samples - tested if trained is None else trained
    if trained + tested > samples:
        raise Refused(
            both(
                "train_size and test_size together take {sum} of {samples} samples",
                sum=trained + tested,
                samples=samples,
            ),
            both("Give one of the two alone."),
        )
    if trained == 0:
        raise Refused(
            both("nothing would be left to train: all {samples} samples test", samples=samples),
            both("Take a smaller test_size."),
        )
    return trained, tested


def _fits(size: Value, samples: int) -> None:
    if isinstance(size, float) and not 0 < size < 1:
        raise Refused(
            both("a share must lie between 0 and 1, not {size}", size=size),
            both("0.2 is a share, 20 a number of samples."),
        )
    if type(size) is int and not 0 < size < samples:
        raise Refused(
            both(
                "a number of samples must lie between 1 and {most}, not {size}",
                most=samples - 1,
                size=size,
            ),
            both("0.2 is a share, 20 a number of samples."),
        )


def _count(size: Value, samples: int, *, up: bool) -> int | None:
    if not isinstance(size, float):
        return int(size) if isinstance(size, int) else None
    return ceil(size * samples) if up else floor(size * samples)


def _folds(samples: int, folds: int) -> list[int]:
    small, more = divmod(samples, folds)
    return [small + 1] * more + [small] * (folds - more)


@method("Estimator", "split", "X, y=None, groups=None")
def _split_folds(call: Call) -> list[Value]:
    to: Estimator = call["self"]
    work = _SPLITTERS.get(to.name)
    if work is None:
        raise NotKnown(both("I do not know how {name} splits", name=to.name))
    samples = as_array(call["X"]).shape[0] or 0
    folds = to.arguments["n_splits"]
    if folds > samples:
        raise Refused(
            both("{folds} folds cannot be made of {samples} samples", folds=folds, samples=samples)
        )
    pairs = work(to, samples, folds)
    return [(Array((train,), None, "i"), Array((test,), None, "i")) for train, test in pairs]


def _k_fold(to: Estimator, samples: int, folds: int) -> list[tuple[int, int]]:
    return [(samples - test, test) for test in _folds(samples, folds)]


def _time_series(to: Estimator, samples: int, folds: int) -> list[tuple[int, int]]:
    given, gap = to.arguments["test_size"], to.arguments["gap"]
    size = samples // (folds + 1) if given is None else given
    begins = [samples - size * number for number in range(folds, 0, -1)]
    most = to.arguments["max_train_size"]
    if begins[0] - gap <= 0:
        raise Refused(
            both("{samples} samples are too few for {folds} splits", samples=samples, folds=folds)
        )
    return [(min(begin - gap, most or begin), size) for begin in begins]


def _shuffle(to: Estimator, samples: int, folds: int) -> list[tuple[int, int]]:
    test = to.arguments["test_size"] or 0.1
    tested = _count(test, samples, up=True) or 0
    trained = _count(to.arguments["train_size"], samples, up=False)
    return [(samples - tested if trained is None else trained, tested)] * folds


_SPLITTERS = {
    "KFold": _k_fold,
    "TimeSeriesSplit": _time_series,
    "ShuffleSplit": _shuffle,
}
for _name, _signature in {
    "KFold": "n_splits=5, *, shuffle=False, random_state=None",
    "StratifiedKFold": "n_splits=5, *, shuffle=False, random_state=None",
    "TimeSeriesSplit": "n_splits=5, *, max_train_size=None, test_size=None, gap=0",
    "ShuffleSplit": "n_splits=10, *, test_size=None, train_size=None, random_state=None",
}.items():
    _full = f"sklearn.model_selection.{_name}"
    FUNCTIONS[_full] = Function(_full, _signature, maker(_name, None), given=True)


@method("Estimator", "get_n_splits", "X=None, y=None, groups=None")
def _n_splits(call: Call) -> Value:
    return call["self"].arguments["n_splits"]
