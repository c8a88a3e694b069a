"""Names of dtypes as cards may write them."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.facts.proof import Fact, literal


def all_name(fact: Fact, dtype: Any) -> None:
    """Assert that every right answer of `fact` is a name of `dtype`, of NumPy or pandas."""
    names = {str(dtype), repr(dtype), dtype.name}
    if isinstance(dtype, np.dtype):
        names.add(dtype.char)
    assert [right for right in fact.right if literal(right) not in names] == []
    assert fact.answer in (str(dtype), dtype.name)
