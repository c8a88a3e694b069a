"""What a card that shows data says of its dtype, so that it can be asked before the card itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quiz.cards.reading import Fields

KEY = "dtype_first"


class DtypeFirst(NamedTuple):
    """The dtype of a card's data: what it is, what it must be, which line mends it."""

    of: str
    """The data's name in the question."""
    found: str
    """What `of`.dtype is."""
    must: str
    """What it has to be; "" where that is not asked."""
    mend: tuple[str, ...]
    """Lines that make it so, the best first; () where that is not asked."""

    @property
    def parts(self) -> tuple[str, ...]:
        """What may be asked of it: "is", "must", "mend"."""
        return ("is", *["must"] * bool(self.must), *["mend"] * bool(self.mend))


def read(fields: Fields) -> DtypeFirst | None:
    """Return what `fields` say at dtype_first, None where that is wrong."""
    inner = fields.part(KEY)
    if inner is None:
        return None
    inner.check(frozenset({"of", "is", "must", "mend"}), ("is",))
    must, mend = inner.line("must"), inner.lines("mend")
    fields.sound = fields.sound and inner.sound
    return DtypeFirst(inner.line("of") or "X", inner.line("is"), must, mend)
