"""Tests of the session's state machine."""
