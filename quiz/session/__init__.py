"""One quiz session as a state machine with no I/O of its own."""

from quiz.session.machine import Phase, Session
from quiz.session.turn import Result

__all__ = ["Phase", "Result", "Session"]
