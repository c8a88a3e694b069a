"""Tests of the kinds of card."""
