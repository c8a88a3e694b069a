"""Whole numbers that remember the arithmetic they came from."""

from __future__ import annotations

from typing import Union

_SUM, _PRODUCT, _ATOM = range(3)
Number = Union[int, "Term"]


class Term:
    """A whole number and how it is worked out: `(Term(28) - 3) // 2` is `floor((28 - 3) / 2)`.

    `value` is the number, `text` the arithmetic, `str()` both: `floor((28 - 3) / 2) = 12`.
    """

    __slots__ = ("_binds", "text", "value")

    def __init__(self, value: int, text: str = "", binds: int = _ATOM) -> None:
        self.value = value
        self.text = text or str(value)
        self._binds = binds

    def __str__(self) -> str:
        return self.text if self.text == str(self.value) else f"{self.text} = {self.value}"

    def __add__(self, other: Number) -> Term:
        right = term(other)
        return Term(self.value + right.value, f"{self.text} + {right.text}", _SUM)

    def __sub__(self, other: Number) -> Term:
        right = term(other)
        return Term(self.value - right.value, f"{self.text} - {right._inside(_PRODUCT)}", _SUM)

    def __mul__(self, other: Number) -> Term:
        right = term(other)
        text = f"{self._inside(_PRODUCT)} × {right._inside(_PRODUCT)}"
        return Term(self.value * right.value, text, _PRODUCT)

    def __floordiv__(self, other: Number) -> Term:
        return self._divided("floor", self.value // term(other).value, term(other))

    def ceil(self, other: Number) -> Term:
        """Return this number divided by `other`, rounded up."""
        return self._divided("ceil", -(-self.value // term(other).value), term(other))

    def _divided(self, rounding: str, value: int, by: Term) -> Term:
        return Term(value, f"{rounding}({self._inside(_PRODUCT)} / {by._inside(_ATOM)})")

    def _inside(self, binding: int) -> str:
        return self.text if self._binds >= binding else f"({self.text})"


def term(number: Number) -> Term:
    """Return `number` as a Term."""
    return number if isinstance(number, Term) else Term(number)


def product(*numbers: Number) -> Term:
    """Return the product of `numbers`, written out; 1 for none."""
    first, *rest = numbers or (1,)
    result = term(first)
    for number in rest:
        result = result * number
    return result


def largest(*numbers: Number) -> Term:
    """Return the largest of `numbers`, written `max(…)`."""
    terms = [term(number) for number in numbers]
    return Term(max(t.value for t in terms), f"max({', '.join(t.text for t in terms)})")
