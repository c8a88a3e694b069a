"""A piece of code as what matters of it: a term, with the place it was written at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Term(NamedTuple):
    """One node: equal terms do the same, however they were written.

    `kind` is "name" (a variable), "real" (a library's dotted name), "call", "constant",
    "attribute", "body" (lines) or the syntax node's own; `value` what stands in it, `parts`
    its inner terms by key: a call's arguments by the parameter's name where that is known.
    """

    kind: str
    value: object
    parts: tuple[tuple[str, Term], ...] = ()
    start: int = 0
    """Where it begins in its text, in characters."""
    end: int = 0

    def same(self, other: Term) -> bool:
        """Return whether `other`, of an answer, does the same as this, wherever they stand."""
        return (
            self.kind == other.kind
            and self.equal(other.value)
            and len(self.parts) == len(other.parts)
            and all(
                ours[0] == theirs[0] and ours[1].same(theirs[1])
                for ours, theirs in zip(self.parts, other.parts, strict=True)
            )
        )

    def equal(self, value: object) -> bool:
        """Return whether `value` will do for this one's: 1 for 1.0, but not 1.0 for 1, nor True."""
        whole = type(self.value) is float and type(value) is int
        return (whole or type(self.value) is type(value)) and self.value == value

    def alike(self, other: Term) -> bool:
        """Return whether `other` differs in its parts at most (or in an attribute's name)."""
        keys, theirs = ([key for key, _ in term.parts] for term in (self, other))
        equal = self.kind == "attribute" or self.equal(other.value)
        return self.kind == other.kind and keys == theirs and equal

    def within(self) -> Iterator[Term]:
        """Give this term and all inside it."""
        yield self
        for _, part in self.parts:
            yield from part.within()
