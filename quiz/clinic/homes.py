"""Where a name is imported from."""

from __future__ import annotations

from functools import cache

from quiz.marking.names_list import RealNames

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
    ("image_gen", "tensorflow"): "tensorflow.keras.preprocessing.image",
    ("server", "fastapi"): "fastapi",
}


@cache
def _rows() -> dict[str, tuple[str, str]]:
    return {name: (category, home) for name, category, home in reversed(RealNames().rows())}


def home(name: str) -> str:
    """Return the line that imports `name`; "" where it is not known."""
    if name in _ALIASES:
        return _ALIASES[name]
    if name in _MODULES:
        return f"import {name}"
    module = _HOMES.get(_rows().get(name, ("", "")))
    return f"from {module} import {name}" if module else ""
