"""Data sets that libraries bring along: their shapes are known without loading them.

Sources: sklearn.datasets (descriptions), keras.datasets (docstrings of load_data).
"""

from __future__ import annotations

from dataclasses import dataclass

from quiz.shapes.call import Call
from quiz.shapes.library import FUNCTIONS, Function, function
from quiz.shapes.refusal import NotKnown
from quiz.shapes.values import Array, Bound, Value
from quiz.text import both

_IMAGES = {
    "mnist": ((60000, 28, 28), (60000,), (10000, 28, 28), (10000,)),
    "fashion_mnist": ((60000, 28, 28), (60000,), (10000, 28, 28), (10000,)),
    "cifar10": ((50000, 32, 32, 3), (50000, 1), (10000, 32, 32, 3), (10000, 1)),
    "cifar100": ((50000, 32, 32, 3), (50000, 1), (10000, 32, 32, 3), (10000, 1)),
    "boston_housing": ((404, 13), (404,), (102, 13), (102,)),
    "california_housing": ((16512, 8), (16512,), (4128, 8), (4128,)),
    "imdb": ((25000,), (25000,), (25000,), (25000,)),
    "reuters": ((8982,), (8982,), (2246,), (2246,)),
}
_CLASSES = {
    "mnist": 10,
    "fashion_mnist": 10,
    "cifar10": 10,
    "cifar100": 100,
    "reuters": 46,
    "imdb": 2,
}
_TABLES = {
    "load_iris": ((150, 4), 3),
    "load_wine": ((178, 13), 3),
    "load_breast_cancer": ((569, 30), 2),
    "load_digits": ((1797, 64), 10),
    "load_diabetes": ((442, 10), 0),
    "fetch_california_housing": ((20640, 8), 0),
    "load_linnerud": ((20, 3), 0),
}


@dataclass(slots=True, eq=False)
class Bunch:
    """What load_iris() and its like give: parts by name."""

    contents: dict[str, Value]

    def attribute(self, name: str) -> Value:
        """Return a part."""
        return self.contents.get(name, Bound(self, name))

    def item(self, key: Value) -> Value:
        """Return a part by its name in brackets."""
        if key not in self.contents:
            raise NotKnown(both("I do not know the part {name}", name=repr(key)))
        return self.contents[key]

    @property
    def shape(self) -> None:
        """Nothing: it is no array."""
        return None


def _split_set(name: str) -> Function:
    train, labels, test, further = _IMAGES[name]
    kind = "O" if len(train) == 1 else "i"
    classes = tuple(range(_CLASSES[name])) if name in _CLASSES else None

    def load(call: Call) -> Value:
        return (
            (Array(train, None, kind), Array(labels, None, "i", classes)),
            (Array(test, None, kind), Array(further, None, "i", classes)),
        )

    return Function(f"keras.datasets.{name}.load_data", "*args, **kwargs", load, given=True)


def _table_set(name: str) -> Function:
    shape, classes = _TABLES[name]

    def load(call: Call) -> Value:
        labels = tuple(range(classes)) if classes else None
        target = Array((shape[0],), None, "i" if classes else "f", labels)
        if name == "load_linnerud":
            target = Array((20, 3))
        keywords = call["kwargs"]
        if keywords.get("as_frame"):
            raise NotKnown(both("I do not know {name} with as_frame", name=call.name))
        if keywords.get("return_X_y"):
            return (Array(shape), target)
        parts: dict[str, Value] = {
            "data": Array(shape),
            "target": target,
            "feature_names": Array((shape[1],), None, "U"),
        }
        if classes:
            parts["target_names"] = Array((classes,), None, "U")
        if name == "load_digits":
            parts["images"] = Array((shape[0], 8, 8))
        return Bunch(parts)

    return Function(f"sklearn.datasets.{name}", "**kwargs", load, given=True)


for _name in _IMAGES:
    FUNCTIONS[f"keras.datasets.{_name}.load_data"] = _split_set(_name)
for _name in _TABLES:
    FUNCTIONS[f"sklearn.datasets.{_name}"] = _table_set(_name)


@function(
    "sklearn.datasets.make_classification",
    "n_samples=100, n_features=20, *, n_informative=2, n_redundant=2, n_classes=2, **kwargs",
    given=True,
)
def _classification(call: Call) -> Value:
    samples, classes = call.whole("n_samples"), call.whole("n_classes")
    labels = tuple(range(classes)) if call["kwargs"].get("weights") is None else None
    return Array((samples, call.whole("n_features"))), Array((samples,), None, "i", labels)


@function(
    "sklearn.datasets.make_regression",
    "n_samples=100, n_features=100, *, n_informative=10, n_targets=1, **kwargs",
    given=True,
)
def _regression(call: Call) -> Value:
    samples, targets = call.whole("n_samples"), call.whole("n_targets")
    rest = (targets,) if targets > 1 else ()
    return Array((samples, call.whole("n_features"))), Array((samples, *rest))


@function("sklearn.datasets.make_blobs", "n_samples=100, n_features=2, **kwargs", given=True)
def _blobs(call: Call) -> Value:
    samples = call.whole("n_samples")
    return Array((samples, call.whole("n_features"))), Array((samples,), None, "i")


@function(
    "sklearn.datasets.make_moons sklearn.datasets.make_circles",
    "n_samples=100, **kwargs",
    given=True,
)
def _moons(call: Call) -> Value:
    samples = call.whole("n_samples")
    return Array((samples, 2)), Array((samples,), None, "i")
