"""Proofs run with the extra [facts] and `-m facts` alone: the default suite needs no ML library."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.facts.proof import Fact, facts

os.environ.setdefault("KERAS_BACKEND", "openvino")  # shapes and signatures without TensorFlow


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    asked = config.option.markexpr in ("facts", "fit")
    return True if collection_path.name.startswith("test_") and not asked else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents and not item.get_closest_marker("fit"):
            item.add_marker(pytest.mark.facts)


@pytest.fixture
def fact(request: pytest.FixtureRequest) -> Fact:
    return facts()[request.param]
