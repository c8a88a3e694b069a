"""Judging answers by what kind of thing they are, and naming the mistake."""
