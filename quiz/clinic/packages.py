"""Packages and modules that are not there: what was meant, and what pip calls it."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from quiz.marking.names_list import RealNames

Values = Mapping[str, str]

_CLOSE = 0.8


def submodule(values: Values) -> dict[str, str]:
    """Say which module was meant by one that a library does not have."""
    given = values["given"]
    near = get_close_matches(given, _submodules(), 1, _CLOSE)
    return {"real": near[0]} if near and near[0] != given else {}


@cache
def _submodules() -> frozenset[str]:
    listed = (name for name, category, _library in RealNames().rows() if category == "module")
    return frozenset(name for name in listed if "." in name) | _KNOWN_MODULES


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
