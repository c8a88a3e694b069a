"""Deck files: reading, editing in place, checking."""
