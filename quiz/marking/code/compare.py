"""Where two terms part: every difference as what it is, at its place in the answer."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.marking.code.arguments import by_position, misspelled, stretches
from quiz.marking.code.difference import Difference, one_line, slip
from quiz.marking.code.lines import misplaced, pair
from quiz.marking.code.statements import assigned, printed, without_shows
from quiz.marking.code.term import Term
from quiz.marking.mark import Mistake, Names

_TEST = ("test", "val", "valid")
_NEUTRAL = ("verbose", "name")
"""Arguments that may be there though the right code has none: they change nothing but output."""


class Comparer:
    """Compares terms of an answer with those of the right code.

    `free` are the variables that may have any name, one for one throughout.
    """

    def __init__(self, expected: str, given: str, names: Names, free: frozenset[str]) -> None:
        self._expected = expected
        self._given = given
        self._names = names
        self._free = free
        self._called: dict[str, str] = {}

        self._variables: set[str] = set()

    def compare(self, right: Term, given: Term) -> list[Difference]:
        """Return all differences of `given`, a whole program, from `right`, by their place."""
        self._variables = {str(term.value) for term in right.within() if term.kind == "name"}
        return sorted(self.differences(right, given), key=lambda one: one.start)

    def differences(self, right: Term, given: Term) -> Iterator[Difference]:
        """Give the differences of `given` from `right`, in the order of the code."""
        if right.kind == given.kind == "body":
            yield from self._lines(right, given)
        elif printed(right) is None and (shown := printed(given)):
            yield from self.differences(right, shown)
        elif right.kind == given.kind == "call":
            yield from self._call(right, given)
        elif right.kind == given.kind == "name":
            yield from self._variable(right, given)
        elif right.kind in ("real", "name") and given.kind in ("real", "name"):
            yield from self._word(right, given)
        elif right.kind == "call" and (kept := self._kept(given)):
            yield from self.differences(right, kept)  # history = model.fit(…)
        elif (
            right.kind == given.kind and right.kind in ("List", "Tuple") and not right.alike(given)
        ):
            yield from self._items(right, given)
        elif right.alike(given):
            if right.kind == "attribute" and right.value != given.value:
                yield self._misnamed(str(right.value), str(given.value), given)
            for (_, ours), (_, theirs) in zip(right.parts, given.parts, strict=True):
                yield from self.differences(ours, theirs)
        elif right.kind == given.kind and right.kind in ("List", "Tuple"):
            yield from self._items(right, given)
        elif right.kind == given.kind == "dict":
            yield from self._arguments(right, given)
        elif right.kind == given.kind == "constant":
            yield self._constant(right, given)
        elif right.kind == "constant" and given.kind == "name" and right.value == given.value:
            yield self._without("quotes missing", right, given)
        elif right.kind == "Tuple" and [part.same(given) for _, part in right.parts] == [True]:
            yield self._without("comma", right, given)
        else:
            yield self._instead("value", right, given)

    def _lines(self, right: Term, given: Term) -> Iterator[Difference]:
        ours = [line for _, line in right.parts]
        theirs = [line for _, line in given.parts]
        theirs = without_shows(theirs, len(ours))
        if moved := misplaced(ours, theirs):
            values = {"line": one_line(self._text(moved))}
            mistake = Mistake("code order", values)
            yield Difference(mistake, moved.start, moved.end, "", "wrong")
            return
        for place, (mine, yours) in enumerate(pair(ours, theirs, self._apart)):
            if mine is None and yours is not None:
                line = one_line(self._text(yours))
                yield Difference(
                    Mistake("code line extra", {"line": line}), yours.start, yours.end, "", "wrong"
                )
            elif yours is None and mine is not None:
                at = theirs[min(place, len(theirs)) - 1].end if theirs and place else given.start
                line = one_line(self._source(mine))
                yield Difference(
                    Mistake("code line missing", {"line": line}),
                    at,
                    at,
                    f"\n{self._source(mine)}",
                    "wrong",
                )
            elif mine is not None and yours is not None:
                yield from self.differences(mine, yours)

    def _kept(self, given: Term) -> Term | None:
        """Return what a line keeps in a variable that the right code does not know."""
        kept = assigned(given) if given.kind == "Assign" else None
        return kept[1] if kept and kept[0] not in self._variables else None

    def _apart(self, right: Term, given: Term) -> int:
        """Return how far two lines are apart: their differences, more for another kind of line."""
        called = dict(self._called)
        found = list(self.differences(right, given))
        self._called = called
        whole = any(one.start == given.start and one.end == given.end for one in found)
        return sum(1 if one.degree == "slip" else 2 for one in found) + 3 * whole

    def _call(self, right: Term, given: Term) -> Iterator[Difference]:
        (_, ours), (_, theirs) = right.parts[0], given.parts[0]
        if leak := self._leak(ours, theirs, given):
            yield leak
            return
        function = list(self.differences(ours, theirs))
        yield from function
        if not function or all(one.degree == "slip" for one in function):
            yield from self._arguments(right, given, first=1)

    def _leak(self, ours: Term, theirs: Term, given: Term) -> Difference | None:
        """Fitting what learns on test data: the slip that makes every score too good."""
        if ours.kind != "attribute" or theirs.kind != "attribute":
            return None
        fits = {"fit_transform": "transform", "fit_resample": "", "fit": "transform"}
        of = [self._text(part).lower() for key, part in given.parts if key != "function"]
        if fits.get(str(theirs.value)) != ours.value or not any(
            word in "".join(of) for word in _TEST
        ):
            return None
        values = {"given": str(theirs.value), "expected": str(ours.value)}
        at = theirs.end - len(str(theirs.value))
        return Difference(Mistake("code leak", values), at, theirs.end, str(ours.value), "wrong")

    def _items(self, right: Term, given: Term) -> Iterator[Difference]:
        """Lists of different lengths: what is missing and what is too many."""
        ours, theirs = ([item for _, item in term.parts] for term in (right, given))
        at = given.start + 1
        for mine, yours in pair(ours, theirs, self._apart):
            if mine is not None and yours is not None:
                yield from self.differences(mine, yours)
            elif mine is not None:
                yield self._missing(self._source(mine), at)
            elif yours is not None:
                yield self._extra(self._text(yours), yours)
            at = yours.end if yours is not None else at

    def _arguments(self, right: Term, given: Term, first: int = 0) -> Iterator[Difference]:
        ours, theirs = dict(right.parts[first:]), dict(given.parts[first:])
        ours, theirs = by_position(theirs, ours), by_position(ours, theirs)
        missing = [key for key in ours if key not in theirs]
        extra = [key for key in theirs if key not in ours and key not in _NEUTRAL]
        for key, wanted in list(misspelled(extra, missing)):
            missing.remove(wanted)
            extra.remove(key)
            yield self._argument_name(key, wanted, theirs[key])
            if not stretches(theirs[key], ours[wanted]):
                yield from self.differences(ours[wanted], theirs[key])
        for key in missing:
            yield self._missing(_named(key, self._source(ours[key])), max(given.end - 1, 0))
        for key in extra:
            yield self._extra(_named(key, self._text(theirs[key])), theirs[key])
        for key in ours:
            if key in theirs:
                inside = self.differences(ours[key], theirs[key])
                yield from (self._in_argument(key, one) for one in inside)

    def _missing(self, text: str, at: int) -> Difference:
        mistake = Mistake("code argument missing", {"name": one_line(text)})
        return Difference(mistake, at, at, f", {text}", "wrong")

    def _extra(self, text: str, at: Term) -> Difference:
        mistake = Mistake("code argument extra", {"name": one_line(text)})
        return Difference(mistake, at.start, at.end, "", "wrong")

    def _in_argument(self, key: str, one: Difference) -> Difference:
        """Say which argument a plain difference of value is in."""
        if one.mistake.kind != "value" or not key.isidentifier():
            return one
        return one._replace(mistake=Mistake("argument", {"name": key, **one.mistake.values}))

    def _argument_name(self, key: str, wanted: str, value: Term) -> Difference:
        start = self._given.rfind(key, 0, value.start)
        mistake = Mistake("code argument misspelled", {"given": key, "expected": wanted})
        return Difference(mistake, max(start, 0), max(start, 0) + len(key), wanted, "slip")

    def _variable(self, right: Term, given: Term) -> Iterator[Difference]:
        ours, theirs = str(right.value), str(given.value)
        if ours in self._free:
            taken = self._called.setdefault(ours, theirs)
            clash = any(name == theirs for own, name in self._called.items() if own != ours)
            if taken == theirs and not clash:
                return
            wanted = taken if taken != theirs else ours
            values = {"given": theirs, "expected": wanted}
            yield Difference(
                Mistake("code variable", values), given.start, given.end, wanted, "wrong"
            )
        elif ours != theirs and theirs in self._variables:
            values = {"given": theirs, "expected": ours}
            yield Difference(
                Mistake("code variable", values), given.start, given.end, ours, "wrong"
            )
        elif ours != theirs:
            yield self._misnamed(ours, theirs, given)

    def _word(self, right: Term, given: Term) -> Iterator[Difference]:
        """Two names of which one at least is a library's."""
        ours, theirs = str(right.value), str(given.value)
        last, named = ours.rpartition(".")[2], theirs.rpartition(".")[2]
        if ours == theirs or (last == named and "name" in (right.kind, given.kind)):
            return  # the import may stand elsewhere
        yield self._misnamed(last, named, given)

    def _misnamed(self, right: str, given: str, at: Term) -> Difference:
        start = max(at.end - len(given), at.start)
        values = {"given": given, "expected": right}
        if right != given and self._names.get(given) is not None:
            return Difference(Mistake("code other", values), start, at.end, right, "other")
        if found := slip(given, right):
            return Difference(found, start, at.end, right, "slip")
        return Difference(Mistake("value", values), start, at.end, right, "wrong")

    def _without(self, sign: str, right: Term, given: Term) -> Difference:
        """A string without its quotes, or a tuple of one without its comma: it was known."""
        values = {"given": self._text(given), "expected": self._source(right)}
        return Difference(
            Mistake(sign, values), given.start, given.end, self._source(right), "slip"
        )

    def _constant(self, right: Term, given: Term) -> Difference:
        ours, theirs = right.value, given.value
        if isinstance(ours, str) and isinstance(theirs, str):
            values = {"given": self._text(given), "expected": self._source(right)}
            real = self._names.get(theirs) is not None
            found = None if real else slip(theirs, ours)
            degree = "slip" if found else "other" if real else "wrong"
            mistake = found or Mistake("value", values)
            return Difference(mistake, given.start, given.end, self._source(right), degree)
        return self._instead("value", right, given)

    def _instead(self, kind: str, right: Term, given: Term) -> Difference:
        values = {"given": one_line(self._text(given)), "expected": one_line(self._source(right))}
        return Difference(
            Mistake(kind, values), given.start, given.end, self._source(right), "wrong"
        )

    def _text(self, term: Term) -> str:
        return self._given[term.start : term.end]

    def _source(self, term: Term) -> str:
        return self._expected[term.start : term.end] or str(term.value)


def _named(key: str, text: str) -> str:
    return f"{key}={text}" if key.isidentifier() else text
