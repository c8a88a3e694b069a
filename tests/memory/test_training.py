"""An error leads to the cards that ask for the cause of such errors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.clinic.explain import Explanation, explain
from quiz.memory.training import training
from tests.tui.desk import Desk
from tests.tui.erring import error_desk

OF_THE_FAMILY = (
    "ValueError: Input 0 of layer 'gru' is incompatible with the layer: expected ndim=3, "
    "found ndim=2. Full shape received: (None, 64)"
)


@pytest.fixture
def erring(tmp_path: Path) -> Iterator[Desk]:
    desk = error_desk(tmp_path / "erring")
    yield desk
    desk.store.close()


def known(message: str) -> Explanation:
    found = explain(message)
    assert found
    return found


def trained(desk: Desk, found: Explanation) -> list[str]:
    return [card.id for card in training(desk.store, found)]


def test_other_numbers_and_another_layer_are_the_same_error(erring: Desk) -> None:
    assert trained(erring, known(OF_THE_FAMILY)) == ["stack-cause"]


def test_a_trap_leads_to_the_card_of_its_code(erring: Desk) -> None:
    found = explain("", 'image = np.array([9, 99], dtype="uint8")\nprint(image * 3)')
    assert found
    assert trained(erring, found) == ["brighter-cause"]


def test_another_error_leads_to_none_of_them(erring: Desk) -> None:
    assert not trained(erring, known("KeyError: 'acc'"))


def test_a_card_that_was_put_away_is_not_named(erring: Desk) -> None:
    erring.put_away("stack-cause")
    assert not trained(erring, known(OF_THE_FAMILY))
