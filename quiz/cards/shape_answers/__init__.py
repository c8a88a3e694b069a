"""Judging the answers to shape cards: an option that is chosen, a shape or number that is typed."""
