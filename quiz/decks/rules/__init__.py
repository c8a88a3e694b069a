"""What makes a good deck, a rule a function: what is found is said, the cards work all the same.

A new rule is one new function below `@rule`; `RULES` lists them all, for `quiz check` and README.
"""

from quiz.decks.rules import answer, choice, missing, question, shape, written
from quiz.decks.rules.rule import RULES, Finding, Seen

__all__ = [
    "RULES",
    "Finding",
    "Seen",
    "answer",
    "choice",
    "missing",
    "question",
    "shape",
    "written",
]
