"""What proofs of spellings need: the misspelling in a question, and the real name nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from tests.facts.proof import Fact


def misspelled(fact: Fact) -> str:
    """Return the word of the question that is most like the answer."""
    return nearest(fact.answer, re.findall(r"\w+", fact.ask))


def nearest(word: str, names: Iterable[str]) -> str:
    """Return the one of `names` that is most like `word`."""
    return get_close_matches(word, list(names), n=1, cutoff=0)[0]
