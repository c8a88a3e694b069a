"""Drills: cards made of a deck's card and the learner's own slips, outside the schedule."""
