"""Real errors: from runs of the libraries, from other versions of them, and texts that are none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent.parent / "data"
_WEAK = {
    "1_dtype": "dtype-check",
    "2_code_recall": "code-recall",
    "3_shape": "shape-errors",
    "4_scaler_spelling": "scaler-spelling",
    "5_version": "python-versions",
    "6_onehot": "one-hot",
    "7_loss_spelling": "loss-spelling",
    "8_search": "code-recall",
    "9_server": "code-recall",
    "10_imbalance": "code-recall",
    "11_dataset_names": "code-recall",
}
_OTHERWISE = {
    # The message is that of another item, word for word but for its numbers.
    "E262": "shape-errors",
    "E263": "dtype-check",
    "E284": "dtype-check",
    "E347": "shape-errors",
}


class Real(NamedTuple):
    """An error or silent trap from a real run, with a mending that was run, too."""

    id: str
    kind: str
    type: str
    message: str
    code: str
    fix_code: str
    weak: str


def _real(line: str) -> Real:
    raw = json.loads(line)
    weak = _OTHERWISE.get(raw["id"], _WEAK[raw["weak_spot"]])
    type = raw["error_type"] or ""
    return Real(
        raw["id"], raw["kind"], type, raw["message"] or "", raw["code"], raw["fix_code"], weak
    )


def _lines(name: str) -> list[str]:
    return (_FOLDER / name).read_text("utf-8").splitlines()


REAL = [_real(line) for line in _lines("errors.jsonl")]
ERRORS = [item for item in REAL if item.message]
TRAPS = [item for item in REAL if item.kind == "silent"]
ELSEWHERE = [
    (raw["message"], raw["weak"]) for raw in map(json.loads, _lines("errors_elsewhere.jsonl"))
]
"""Messages of Keras 2, TensorFlow 1, older libraries, Korean consoles, and their weak spots."""
NO_ERRORS = [str(json.loads(line)) for line in _lines("not_errors.jsonl")]
"""Errors of other software, and prose."""
MESSAGES = [item.message for item in ERRORS] + [message for message, _weak in ELSEWHERE]
