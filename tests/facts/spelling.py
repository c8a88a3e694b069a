"""What proofs of spellings need: the misspelling in a question, and the real name nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from tests.facts.proof import Fact


def misspelled(fact: Fact) -> str:
    """Return the word of the question that is most like the answer, one that is much like it."""
    words: list[str] = re.findall(r"\w+", fact.ask)
    return str(get_close_matches(fact.answer, words, n=1)[0])


def nearest(word: str, names: Iterable[str]) -> str:
    """Return the one of `names` that is most like `word`."""
    return str(get_close_matches(word, list(names), n=1, cutoff=0)[0])
