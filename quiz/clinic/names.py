"""Names in a message: which real one was meant, and where it is imported from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache

from quiz.marking.mistakes import sentence
from quiz.marking.names_list import RealNames, fold
from quiz.marking.spelling import spelling
from quiz.text import Text

Values = Mapping[str, str]

_CLOSE = 0.8
_PLAIN = frozenset("model data train test series index input history result layer".split())
"""Words that are a variable's name sooner than a slip of a real name."""
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
        for name, category, home in reversed(_names().rows())
        if ("*" in categories or category in categories) and library in ("", home)
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
    if not re.search(
        r"^(?!.*entrop).*(enco|cat[ae]gor|categoic|dumm|binarizer)", given, re.IGNORECASE
    ):
        return None
    home = _home(given)
    return {"undefined": given, "home": home} if _is_undefined(values) and home else {}


def undefined(values: Values) -> dict[str, str]:
    """Say how a name that was never made is imported, or that it is an argument's."""
    given = values["given"]
    if home := _home(given) or _home(values.get("forgot", "") or ""):
        return {"home": home}
    return {"keyword": given} if given in _KEYWORDS else {}


def importable(values: Values) -> dict[str, str]:
    """Say where a name lives that was looked for in another module."""
    home, module = _home(values["given"]), values.get("module", "")
    real = {"real": values["meant"], "slip": ""} if values.get("meant") else {}
    return {"elsewhere": home, **real} if home and f"from {module} " not in home else real


def is_real(values: Values) -> dict[str, str] | None:
    """Take names that the module is known to have."""
    module = values["module"].removeprefix("tensorflow.")
    return {} if f"from {module} " in _home(values["given"]) else None


def _is_undefined(values: Values) -> bool:
    return not values.get("module")


_KEYWORDS = frozenset(
    "input_shape activation padding strides kernel_size optimizer loss metrics epochs batch_size "
    "validation_data validation_split return_sequences random_state test_size stratify".split()
)
_ALIASES = {
    "np": "import numpy as np",
    "pd": "import pandas as pd",
    "plt": "import matplotlib.pyplot as plt",
    "sns": "import seaborn as sns",
    "tf": "import tensorflow as tf",
    "K": "from keras import backend as K",
    "sp": "import scipy as sp",
    "nn": "from torch import nn",
    "cv2": "import cv2",
    "datetime": "from datetime import datetime",
    "defaultdict": "from collections import defaultdict",
    "Counter": "from collections import Counter",
    "Path": "from pathlib import Path",
    "Image": "from PIL import Image",
    "List": "from typing import List",
    "Optional": "from typing import Optional",
    "Union": "from typing import Union",
    "tqdm": "from tqdm import tqdm",
    "BaseModel": "from pydantic import BaseModel",
    "uvicorn": "import uvicorn",
    "layers": "from keras import layers",
    "keras": "import keras",
    "Sequential": "from keras import Sequential",
    "Model": "from keras import Model",
    "Input": "from keras import Input",
    "SMOTE": "from imblearn.over_sampling import SMOTE",
    "randint": "from scipy.stats import randint",
    "FastAPI": "from fastapi import FastAPI",
    "BayesianOptimization": "from bayes_opt import BayesianOptimization",
}
_MODULES = "os sys re json math random time copy pickle glob shutil itertools functools".split()
_HOMES = {
    ("layer", "keras"): "keras.layers",
    ("callback", "keras"): "keras.callbacks",
    ("optimizer_class", "keras"): "keras.optimizers",
    ("loss_class", "keras"): "keras.losses",
    ("scaler", "scikit-learn"): "sklearn.preprocessing",
    ("encoder", "scikit-learn"): "sklearn.preprocessing",
    ("encoder", "keras"): "keras.utils",
    ("search", "scikit-learn"): "sklearn.model_selection",
    ("sk_metric", "scikit-learn"): "sklearn.metrics",
    ("sampling", "imbalanced-learn"): "",
    ("image_gen", "tensorflow"): "tensorflow.keras.preprocessing.image",
    ("server", "fastapi"): "fastapi",
}


@cache
def _rows() -> dict[str, tuple[str, str]]:
    return {name: (category, home) for name, category, home in reversed(_names().rows())}


def _home(name: str) -> str:
    """Return the line that imports `name`; "" where it is not known."""
    if name in _ALIASES:
        return _ALIASES[name]
    if name in _MODULES:
        return f"import {name}"
    module = _HOMES.get(_rows().get(name, ("", "")))
    return f"from {module} import {name}" if module else ""


def submodule(values: Values) -> dict[str, str]:
    """Say which module was meant by one that a library does not have."""
    given = values["given"]
    near = get_close_matches(given, _submodules(), 1, _CLOSE)
    return {"real": near[0]} if near and near[0] != given else {}


def _submodules() -> Iterable[str]:
    listed = (name for name, category, _library in _names().rows() if category == "module")
    return {name for name in listed if "." in name} | _KNOWN_MODULES


_KNOWN_MODULES = frozenset(
    "keras.layers keras.models keras.optimizers keras.losses keras.metrics keras.callbacks "
    "keras.utils keras.datasets keras.activations keras.applications keras.preprocessing "
    "tensorflow.keras tensorflow.keras.layers tensorflow.keras.models tensorflow.keras.utils "
    "tensorflow.keras.optimizers tensorflow.keras.datasets tensorflow.keras.callbacks "
    "tensorflow.keras.preprocessing.image sklearn.preprocessing sklearn.model_selection "
    "sklearn.metrics sklearn.linear_model sklearn.ensemble sklearn.tree sklearn.svm "
    "sklearn.neighbors sklearn.cluster sklearn.datasets sklearn.pipeline sklearn.compose "
    "sklearn.impute sklearn.decomposition imblearn.over_sampling imblearn.under_sampling "
    "imblearn.pipeline imblearn.combine matplotlib.pyplot scipy.stats fastapi.responses".split()
)
_PACKAGES = {
    "sklearn": "scikit-learn",
    "skimage": "scikit-image",
    "cv2": "opencv-python",
    "PIL": "pillow",
    "yaml": "pyyaml",
    "bs4": "beautifulsoup4",
    "imblearn": "imbalanced-learn",
    "bayes_opt": "bayesian-optimization",
    "dotenv": "python-dotenv",
    "multipart": "python-multipart",
    "tensorflow_datasets": "tensorflow-datasets",
    "mpl_toolkits": "matplotlib",
}
_MEANT = {
    "bayesian_optimization": "bayes_opt",
    "bayesopt": "bayes_opt",
    "scikit_learn": "sklearn",
    "scikit": "sklearn",
    "sklean": "sklearn",
    "imbalanced_learn": "imblearn",
    "fast_api": "fastapi",
    "opencv": "cv2",
    "pillow": "PIL",
    "beautifulsoup4": "bs4",
    "Keras": "keras",
    "TensorFlow": "tensorflow",
}
_COMMON = (
    "numpy pandas tensorflow keras sklearn matplotlib seaborn scipy imblearn bayes_opt fastapi "
    "uvicorn pydantic requests xgboost lightgbm plotly jupyter notebook pip python".split()
)
_COMMANDS = "python python3 pip pip3 uvicorn jupyter conda py fastapi streamlit".split()


def package(values: Values) -> dict[str, str]:
    """Say what a missing package is called by pip, and what was meant by one that is none."""
    given = values["given"]
    if given in _COMMANDS and given not in ("uvicorn", "fastapi", "streamlit"):
        return {"command": given}
    near = get_close_matches(given, _COMMON, 1, _CLOSE) if given not in _COMMON else []
    real = _MEANT.get(given) or (near[0] if near else "")
    pip = _PACKAGES.get(real or given, real or given)
    return {"real": real, "pip": pip} if real and real != given else {"pip": pip}


def is_misspelled_package(values: Values) -> dict[str, str] | None:
    """Take packages that do not exist by that name."""
    found = package(values)
    return found if "real" in found else None
