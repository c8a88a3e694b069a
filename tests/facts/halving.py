"""HalvingRandomSearchCV on data of any length, with a model that learns nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.experimental import enable_halving_search_cv  # noqa: F401 - makes the next one work
from sklearn.model_selection import HalvingRandomSearchCV

MANY = {"constant": range(100_000)}
"""A hyperparameter without effect, and more values of it than are ever drawn."""


def halved(samples: int = 2120, **keywords: Any) -> Any:
    """Return a search over `samples` rows of two classes, fitted."""
    search = HalvingRandomSearchCV(DummyClassifier(), MANY, random_state=0, **keywords)
    return search.fit(np.zeros((samples, 1)), two_classes(samples))


def two_classes(samples: int) -> Any:
    """Return as many labels, 0 and 1 by turns."""
    return np.arange(samples) % 2


def rounds(search: Any) -> list[tuple[int, int]]:
    """Return candidates and resources of each round of a fitted search."""
    return list(zip(search.n_candidates_, search.n_resources_, strict=True))
