"""Arguments, members and values that were refused: what was meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from quiz.marking.names_list import fold

Values = Mapping[str, str]

_ELSEWHERE = {
    ("RandomizedSearchCV", "param_grid"): "param_distributions=",
    ("HalvingRandomSearchCV", "param_grid"): "param_distributions=",
    ("HalvingRandomSearchCV", "n_iter"): "n_candidates=",
    ("GridSearchCV", "param_distributions"): "param_grid=",
    ("HalvingGridSearchCV", "param_distributions"): "param_grid=",
    ("flow_from_directory", "validation_split"): "ImageDataGenerator(validation_split=0.2)",
    ("flow_from_directory", "rescale"): "ImageDataGenerator(rescale=1./255)",
    ("fit", "metrics"): "compile(…, metrics=['accuracy'])",
    ("fit", "optimizer"): "compile(optimizer='adam', …)",
    ("fit", "loss"): "compile(…, loss='…')",
    ("compile", "epochs"): "fit(…, epochs=…)",
    ("compile", "batch_size"): "fit(…, batch_size=…)",
}
"""What takes an argument that stands in the wrong place."""
_ARRAYS = ("ndarray", "numpy.ndarray", "int64", "float64", "numpy.int64", "numpy.float64")


def keyword(values: Values) -> dict[str, str]:
    """Name the function or class that refused an argument, and who takes it."""
    owner, function = values.get("owner", ""), values.get("function", "")
    place = owner.rpartition(".")[2] if function.startswith("__") else function
    if not place:
        return {}
    instead = _ELSEWHERE.get((place, values["given"]))
    return {"place": place, "instead": instead} if instead else {"place": place}


def member(values: Values) -> dict[str, str]:
    """Say what kind of thing lacks the member: a list, an array, text, a dictionary."""
    owner = values.get("owner", "")
    if owner in ("list", "tuple", "set"):
        return {"kind": "list"}
    if owner in _ARRAYS:
        return {"kind": "array"}
    return {"kind": owner} if owner in ("str", "dict") else {}


def sklearn_member(values: Values) -> dict[str, str]:
    """Say what a member is called that estimators have under another name."""
    given = values["given"]
    meant = {
        "feature_importance_": "feature_importances_",
        "feature_importances": "feature_importances_",
        "coef": "coef_",
        "intercept": "intercept_",
        "get_feature_names": "get_feature_names_out()",
        "fit_sample": "fit_resample(X, y)",
    }
    return {"instead": meant[given]} if given in meant else {}


def step_parameter(values: Values) -> dict[str, str]:
    """Find the step of a pipeline, or the spelling of a parameter, that was meant."""
    given, owner = values["given"], values.get("owner", "")
    if owner.startswith("Pipeline(") and "__" not in given:
        steps = re.findall(r"\(\"(\w+)\",", owner)
        return {"step": steps[-1], "owner": "Pipeline"} if steps else {"owner": "Pipeline"}
    said = {"owner": owner.partition("(")[0]}
    real = _closest(given, re.findall(r"\"(\w+)\"", values.get("known", "")))
    return {**said, "real": real} if real else said


def allowed(values: Values) -> dict[str, str]:
    """Find what was meant among the values that a message lists, and shorten a long list."""
    want = values.get("want", "")
    value = values.get("value") or values.get("value2") or ""
    said = {"value": value} if value else {}
    if real := _closest(value.strip('"'), re.findall(r"\"([\w-]+)\"", want)):
        said["real"] = real
    if len(want) > _LONG:
        said["want"] = want[:_LONG].rpartition(",")[0] + ", …"
    return said


_LONG = 160
_CLOSE = 0.7


def _closest(given: str, known: list[str]) -> str | None:
    folded = {fold(name): name for name in known}
    if fold(given) in folded and folded[fold(given)] != given:
        return folded[fold(given)]
    longer = [name for name in known if name and given.startswith(f"{name}_")]
    found = longer or (get_close_matches(given, known, 1, _CLOSE) if len(given) > 1 else [])
    return found[0] if found and found[0] != given else None
