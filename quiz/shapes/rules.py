"""The elementary rules of shape arithmetic. A misconception is a subclass that alters one.

Every layer asks the rules, so the same program can be worked out under others and the two traces
laid side by side. Rules give a Term: the number and the arithmetic that leads to it.
Formulas: keras/src/ops/operation_utils.py and keras/src/backend/common/backend_utils.py of 3.15.
"""

from __future__ import annotations

from math import prod

from quiz.shapes.terms import Number, Term, largest, product, term

Dim = int | None
"""One length; None where it is only known when data comes, such as the batch."""
Shape = tuple[Dim, ...]

_GATES = {"LSTM": 4, "GRU": 3, "SimpleRNN": 1, "ConvLSTM": 4}


class Rules:
    """The rules as Keras has them."""

    # --- how an argument of a layer is taken -----------------------------------------------

    def padding(self, padding: str) -> str:
        """Return "valid", "same" or "causal" for the one that is written."""
        return padding

    def strides(self, strides: tuple[int, ...]) -> tuple[int, ...]:
        """Return the step of the window along each axis."""
        return strides

    def pool_strides(
        self, strides: tuple[int, ...] | None, pool: tuple[int, ...]
    ) -> tuple[int, ...]:
        """Return the step of a pooling window: its own size where none is written (None)."""
        return self.strides(pool if strides is None else strides)

    def dilation(self, dilation: tuple[int, ...]) -> tuple[int, ...]:
        """Return how far apart the cells of the kernel lie."""
        return dilation

    def kernel(self, kernel: tuple[int, ...]) -> tuple[int, ...]:
        """Return the size of the window that slides (not the one that is counted)."""
        return kernel

    def use_bias(self, use_bias: bool) -> bool:
        """Return whether each unit has a bias of its own."""
        return use_bias

    def return_sequences(self, return_sequences: bool) -> bool:
        """Return whether a recurrent layer gives every step, or the last alone."""
        return return_sequences

    def dims(self, dims: tuple[int, ...]) -> tuple[int, ...]:
        """Return the order of axes that Permute or transpose is to give."""
        return dims

    # --- lengths ----------------------------------------------------------------------------

    def window(self, size: int, kernel: int, stride: int, dilation: int = 1) -> Term:
        """Return how often a window fits into `size` without padding."""
        reach = term(kernel) if dilation == 1 else Term(dilation) * (Term(kernel) - 1) + 1
        return (Term(size) - reach) // stride + 1

    def window_same(self, size: int, stride: int) -> Term:
        """Return how often a window fits where padding makes up for its size."""
        return Term(size).ceil(stride)

    def transposed(self, size: int, kernel: int, stride: int, extra: int | None) -> Term:
        """Return the length a transposed convolution makes of `size`, padding "valid".

        `kernel` is what the kernel reaches over; `extra` is output_padding (None: by itself).
        """
        if extra is None:
            return (Term(size) - 1) * stride + largest(kernel, stride)
        return (Term(size) - 1) * stride + kernel + extra

    def transposed_same(self, size: int, kernel: int, stride: int, extra: int | None) -> Term:
        """Return the length a transposed convolution makes of `size`, padding "same"."""
        if extra is None:
            return Term(size) * stride
        return (Term(size) - 1) * stride + kernel % 2 + extra

    def padded(self, size: int, before: int, after: int) -> Term:
        """Return a length with padding on both ends."""
        return Term(size) + before + after

    def cropped(self, size: int, before: int, after: int) -> Term:
        """Return a length with both ends cut off."""
        return Term(size) - before - after

    def upsampled(self, size: int, factor: int) -> Term:
        """Return a length whose every cell is repeated."""
        return Term(size) * factor

    def joined(self, sizes: tuple[int, ...]) -> Term:
        """Return the length of pieces laid one after another."""
        first, *rest = sizes
        return sum((term(size) for size in rest), term(first))

    # --- what comes out ---------------------------------------------------------------------

    def batch(self, sample: Shape, batch: Dim) -> Shape:
        """Return the shape of a model's input: `Input(shape=sample, batch_size=batch)`."""
        return (batch, *sample)

    def channels(self, filters: int, channels_in: int) -> int:
        """Return the number of channels a convolution gives."""
        return filters

    def units(self, shape: Shape, units: int) -> Shape:
        """Return what Dense makes of `shape`: only the last axis changes."""
        return (*shape[:-1], units)

    def embedded(self, shape: Shape, width: int) -> Shape:
        """Return what Embedding makes of `shape`: a new last axis."""
        return (*shape, width)

    def flatten(self, shape: Shape) -> tuple[Shape, Term | None]:
        """Return `shape` with all but the batch in one axis, and its length (None: not known)."""
        rest = shape[1:]
        if any(dim is None for dim in rest):
            return (shape[0], None), None
        length = product(*(dim or 0 for dim in rest))
        return (shape[0], length.value), length

    def pooled_away(self, batch: Dim, spatial: Shape, channels: Dim) -> Shape:
        """Return what global pooling leaves: one number a channel."""
        return (batch, channels)

    def recurrent(self, shape: Shape, units: int, sequences: bool) -> Shape:
        """Return what a recurrent layer makes of (batch, steps, features)."""
        return (shape[0], shape[1], units) if sequences else (shape[0], units)

    def both_ways(self, units: int) -> Term:
        """Return the last axis of a Bidirectional layer that joins both ways."""
        return Term(2) * units

    def answer(self, shape: Shape) -> Shape:
        """Return the shape as it is told in the end."""
        return shape

    # --- how many parameters ----------------------------------------------------------------

    def dense_weights(self, inputs: int, units: int) -> Term:
        """Return the weights between `inputs` and `units`."""
        return Term(inputs) * units

    def conv_weights(self, kernel: tuple[int, ...], channels: int, filters: int) -> Term:
        """Return the weights of `filters` kernels, each as deep as the channels it sees."""
        return product(*kernel, channels, filters)

    def pool_weights(self, pool: tuple[int, ...], channels: Dim) -> Term:
        """Return the weights of pooling: none, it only chooses or averages."""
        return Term(0)

    def bias(self, units: int) -> Term:
        """Return the biases of `units` units."""
        return Term(units)

    def gates(self, kind: str) -> int:
        """Return how many sets of weights a recurrent layer has: LSTM 4, GRU 3, SimpleRNN 1."""
        return _GATES[kind]

    def recurrent_weights(self, kind: str, inputs: int, units: int, biases: int) -> Term:
        """Return all parameters of a recurrent layer; `biases` a unit: 0, 1, or 2 for GRU."""
        one = (Term(inputs) + units) * units
        if biases:
            one = one + (self.bias(units) if biases == 1 else Term(biases) * self.bias(units))
        gates = self.gates(kind)
        return one if gates == 1 else Term(gates) * one

    def ways(self) -> int:
        """Return how many copies of its layer Bidirectional trains."""
        return 2

    def norm_weights(self, features: int, sets: int) -> Term:
        """Return the numbers a normalisation keeps: `sets` for each feature."""
        return Term(sets) * features


def total(shape: Shape) -> int | None:
    """Return how many numbers an array of `shape` holds; None where an axis is not known."""
    return None if None in shape else prod(dim or 0 for dim in shape)


def said(shape: Shape) -> str:
    """Return `shape` as Python prints it, `(None, 28, 28)`."""
    return str(tuple(shape))


def each(numbers: tuple[Number, ...]) -> str:
    """Return numbers as they are told: 3 for (3, 3), 3 × 2 for (3, 2)."""
    return " × ".join(str(term(number).value) for number in numbers)
