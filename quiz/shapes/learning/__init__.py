"""scikit-learn and imbalanced-learn by shapes; importing this fills the library."""

from quiz.shapes.learning import (
    balancing,
    datasets,
    fitting,
    models,
    pipelines,
    preparing,
    searching,
    splitting,
)

__all__ = [
    "balancing",
    "datasets",
    "fitting",
    "models",
    "pipelines",
    "preparing",
    "searching",
    "splitting",
]
