"""Every fact of the shipped decks is proven, or says that it cannot be."""

from __future__ import annotations

import pytest

from quiz.decks.coverage import UNPROVEN
from tests.facts.proof import facts, proven

DECKS = sorted({fact.cards[0].deck for fact in facts().values()})


@pytest.mark.parametrize("deck", DECKS)
def test_a_card_is_proven_or_says_that_it_is_advice(deck: str) -> None:
    cards = [fact for fact in facts().values() if fact.cards[0].deck == deck]
    said = {fact.id for fact in cards if {*UNPROVEN} & {*fact.cards[0].tags}}
    neither = {fact.id for fact in cards} - said - proven()
    assert not neither, "prove them in tests/facts, or tag them advice or world"
    assert not said & proven(), "proven: the tag is wrong"


def test_no_proof_is_of_a_card_that_is_gone() -> None:
    assert proven() <= facts().keys()
