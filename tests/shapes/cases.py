"""Programs with the answers that the real libraries gave: Keras 3.15, NumPy, pandas, sklearn."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_FILE = Path(__file__).parents[1] / "data" / "shape_cases.jsonl.gz"


class Case(NamedTuple):
    """One program: its code, the input shape told beside it, and the real answer."""

    id: str
    code: str
    input_shape: Any
    shape: Any
    params: int | None
    trainable: int | None


@cache
def cases() -> tuple[Case, ...]:
    with gzip.open(_FILE, "rt", encoding="utf-8") as lines:
        return tuple(_case(json.loads(line)) for line in lines)


def _case(line: dict[str, Any]) -> Case:
    return Case(
        line["id"],
        line["code"],
        nested(line["input_shape"]),
        nested(line["answer"]),
        line["params"],
        line.get("trainable_params"),
    )


def nested(value: Any) -> Any:
    """Return lists of JSON as tuples."""
    return tuple(map(nested, value)) if isinstance(value, list) else value
