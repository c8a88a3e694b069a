"""The derivations that tables name: from what stands in a message to what follows from it.

Each takes the values of a message and returns more of them; None: the message is of another family.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quiz.clinic import arguments, labels, moved, names, numbers, packages, shapes

DERIVATIONS: dict[str, Callable[[Mapping[str, str]], Mapping[str, str] | None]] = {
    "allowed": arguments.allowed,
    "axes": shapes.axes,
    "broadcast": shapes.broadcast,
    "codec": numbers.codec,
    "columns": labels.columns,
    "compared": shapes.compared,
    "embedding": numbers.place_after_last,
    "encoder": names.encoder,
    "flattened": shapes.flattened,
    "importable": names.importable,
    "inner": shapes.inner,
    "integer_labels": labels.integer_labels,
    "integer_range": numbers.integer_range,
    "is_real": names.is_real,
    "keyed": numbers.keyed,
    "keyword": arguments.keyword,
    "last_place": numbers.place_after_last,
    "member": arguments.member,
    "misspelled_package": packages.is_misspelled_package,
    "number_text": numbers.number_text,
    "numpy_removed": moved.numpy_removed,
    "one_unit": labels.one_unit,
    "onehot_labels": labels.onehot_labels,
    "output_rank": labels.output_rank,
    "package": packages.package,
    "pandas_argument": moved.pandas_argument,
    "pandas_removed": moved.pandas_removed,
    "rank": shapes.rank,
    "removed": moved.removed,
    "removed_argument": moved.removed_argument,
    "reshape": shapes.reshape,
    "scaler": names.scaler,
    "shrunk": shapes.shrunk,
    "sizes": shapes.sizes,
    "sklearn_member": arguments.sklearn_member,
    "sparse_joined": shapes.sparse_joined,
    "step_parameter": arguments.step_parameter,
    "submodule": packages.submodule,
    "two_columns": labels.two_columns,
    "undefined": names.undefined,
}
