"""How running something ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def outcome(run: Callable[..., object], *arguments: Any, **keywords: Any) -> str:
    """Return "runs", or the name of the exception that `run` raises when called so."""
    try:
        run(*arguments, **keywords)
    except Exception as error:
        return type(error).__name__
    return "runs"
