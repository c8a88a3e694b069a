"""Ids of cards: minted once, at random, so that a card's text may change freely."""

from __future__ import annotations

import secrets

_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
"""Without l, o, 0 and 1, which are read for one another: 32 signs, 5 bits each."""
LENGTH = 26


def new_id() -> str:
    """Return an id no other card has: 26 letters and digits, 130 random bits."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(LENGTH))
