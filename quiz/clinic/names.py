"""Names in a message: which real one was meant, and where it is imported from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from quiz.clinic.homes import home
from quiz.marking.mistakes import sentence
from quiz.marking.names_list import RealNames, fold
from quiz.marking.spelling import spelling
from quiz.text import Text

Values = Mapping[str, str]

_CLOSE = 0.8
_KEYWORDS = frozenset(
    "input_shape activation padding strides kernel_size optimizer loss metrics epochs batch_size "
    "validation_data validation_split return_sequences random_state test_size stratify".split()
)
_PLAIN = frozenset("model data train test series index input history result layer".split())
"""Words that are a variable's name sooner than a slip of a real name."""
_ENCODER = re.compile(r"(?!.*entrop).*(enco|cat[ae]gor|categoic|dumm|binarizer)", re.IGNORECASE)
_LIBRARIES = {
    "sklearn": "scikit-learn",
    "imblearn": "imbalanced-learn",
    "bayes_opt": "bayesian-optimization",
}


@cache
def _names() -> RealNames:
    return RealNames()


@cache
def _of(categories: tuple[str, ...], library: str) -> dict[str, str]:
    """Return the names of some categories ("*": all) and a library ("": any), folded."""
    return {
        fold(name): name
        for name, category, owner in reversed(_names().rows())
        if ("*" in categories or category in categories) and library in ("", owner)
    }


def nearest(given: str, categories: tuple[str, ...], module: str = "") -> dict[str, str | Text]:
    """Return the real name that `given` seems to be, as {"real", "slip"}; {} if there is none."""
    if not module and given in _PLAIN:
        return {}
    library = _library(module)
    known = _of(categories, library)
    real = known.get(fold(given)) or _closest(given, known)
    if real is None or real == given:
        return {}
    slip = spelling(given, real)
    return {"real": real, "slip": sentence(slip) if slip else Text()}


def _library(module: str) -> str:
    first = module.partition(".")[0]
    if first == "tensorflow" and ".keras" in module:
        return "keras"
    return _LIBRARIES.get(first, first) if first else ""


def _closest(given: str, known: Mapping[str, str]) -> str | None:
    """Return the name that is closest, and close enough to be what was meant."""
    found = get_close_matches(fold(given), known, 1, _CLOSE)
    return known[found[0]] if found else None


def scaler(values: Values) -> dict[str, str] | None:
    """Take names that are, or are meant as, a scaler or the module they live in."""
    given = values["given"]
    if "." in given:
        return {"module_real": "sklearn.preprocessing"}
    if "scal" not in given.lower() and not given.lower().endswith(("normaliser", "normlizer")):
        return None
    return {"undefined": given} if _is_undefined(values) and _names().get(given) else {}


def encoder(values: Values) -> dict[str, str] | None:
    """Take names that are, or are meant as, a way to encode categories."""
    given = values["given"]
    if not _ENCODER.match(given):
        return None
    found = home(given)
    return {"undefined": given, "home": found} if _is_undefined(values) and found else {}


def undefined(values: Values) -> dict[str, str]:
    """Say how a name that was never made is imported, or that it is an argument's."""
    given = values["given"]
    if found := home(given) or home(values.get("forgot", "")):
        return {"home": found}
    return {"keyword": given} if given in _KEYWORDS else {}


def importable(values: Values) -> dict[str, str]:
    """Say where a name lives that was looked for in another module."""
    found, module = home(values["given"]), values.get("module", "")
    real = {"real": values["meant"], "slip": ""} if values.get("meant") else {}
    return {"elsewhere": found, **real} if found and f"from {module} " not in found else real


def is_real(values: Values) -> dict[str, str] | None:
    """Take names that the module is known to have."""
    module = values["module"].removeprefix("tensorflow.")
    return {} if f"from {module} " in home(values["given"]) else None


def _is_undefined(values: Values) -> bool:
    return not values.get("module")
