"""Classes made equally large. Source: imbalanced-learn 0.14, sampling_strategy."""

from __future__ import annotations

from collections import Counter

from quiz.shapes.arrays.array import as_array
from quiz.shapes.call import Call
from quiz.shapes.learning.estimator import Estimator, maker, same_samples, table_of
from quiz.shapes.library import FUNCTIONS, Function, method
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.tables.frame import Column, Frame, Series
from quiz.shapes.values import Array, Value, known
from quiz.text import both

_OVER = "SMOTE RandomOverSampler BorderlineSMOTE SVMSMOTE KMeansSMOTE SMOTENC SMOTEN"
_UNDER = "RandomUnderSampler NearMiss ClusterCentroids"
for _library, _names in (("over_sampling", _OVER), ("under_sampling", _UNDER)):
    for _name in _names.split():
        _full = f"imblearn.{_library}.{_name}"
        FUNCTIONS[_full] = Function(
            _full, "*, sampling_strategy='auto', **kwargs", maker(_name, None), given=True
        )


@method("Estimator", "fit_resample", "X, y")
def _resample(call: Call) -> tuple[Value, Value]:
    to: Estimator = call["self"]
    data, labels = table_of(call["X"], to.name), as_array(call["y"])
    same_samples(data, labels)
    if labels.items is None:
        raise NotKnown(both("how many samples each class has depends on the labels"))
    counts = Counter(labels.items)
    if len(counts) < 2:
        raise Refused(both("{name} needs at least 2 classes, but the labels hold 1", name=to.name))
    after = _after(to, counts)
    _enough_neighbours(to, counts, after)
    call.say(
        both(
            "samples of each class: {before} → {after}",
            before=", ".join(f"{label}: {counts[label]}" for label in sorted(counts)),
            after=", ".join(f"{label}: {after[label]}" for label in sorted(after)),
        )
    )
    total = sum(after.values())
    return _rows(call["X"], total), _labels(call["y"], after, total)


def _rows(value: Value, count: int) -> Value:
    if isinstance(value, Frame):
        return Frame({name: Column(c.kind) for name, c in value.columns.items()}, count)
    return Array((count, *as_array(value).shape[1:]))


def _labels(value: Value, after: Counter[Value], count: int) -> Value:
    items = tuple(label for label in sorted(after) for _ in range(after[label]))
    array = as_array(value)
    if isinstance(value, Series):
        return Series(Column(array.kind, items), count, value.name)
    return Array((count, *array.shape[1:]), items, array.kind)


def _after(to: Estimator, counts: Counter[Value]) -> Counter[Value]:
    """Return how many samples each class has afterwards."""
    strategy = known(to.arguments["sampling_strategy"])
    under = to.name in _UNDER.split()
    goal = min(counts.values()) if under else max(counts.values())
    if isinstance(strategy, dict):
        return Counter({**counts, **strategy})
    if isinstance(strategy, float):
        return _by_share(to, counts, strategy, under)
    if strategy in ("minority", "majority"):
        pick = min if strategy == "minority" else max
        chosen = [pick(counts, key=lambda label: counts[label])]
    elif strategy == "not minority":
        least = min(counts, key=lambda label: counts[label])
        chosen = [label for label in counts if label != least]
    elif strategy in ("auto", "all", "not majority"):
        chosen = list(counts)
    else:
        raise NotKnown(both("I do not know this sampling_strategy"))
    return Counter({label: goal if label in chosen else count for label, count in counts.items()})


def _by_share(to: Estimator, counts: Counter[Value], share: float, under: bool) -> Counter[Value]:
    if len(counts) != 2:
        raise Refused(
            both(
                "a share in sampling_strategy works with 2 classes, not {count}", count=len(counts)
            ),
            both("Give a dict: how many samples of each class."),
        )
    small, large = sorted(counts, key=lambda label: counts[label])
    after = Counter(counts)
    if under:
        after[large] = int(counts[small] / share)
    else:
        after[small] = int(counts[large] * share)
    if (after[large] > counts[large]) or (after[small] < counts[small]):
        raise Refused(
            both("the classes are more balanced than the share {share} already", share=share),
            both("Take a larger share when adding, a smaller one when leaving out."),
        )
    return after


def _enough_neighbours(to: Estimator, before: Counter[Value], after: Counter[Value]) -> None:
    neighbours = to.arguments["kwargs"].get("k_neighbors", 5)
    if "SMOTE" not in to.name or type(neighbours) is not int:
        return
    for label, count in before.items():
        if after[label] > count and count <= neighbours:
            raise Refused(
                both(
                    "SMOTE looks at {neighbours} neighbours, but class {label} has only {count}"
                    " samples",
                    neighbours=neighbours,
                    label=label,
                    count=count,
                ),
                both("Take k_neighbors={most} or less.", most=count - 1),
            )
