"""Misconceptions about windows: kernel, stride, padding, dilation, pooling."""

from __future__ import annotations

from quiz.i18n import N_
from quiz.shapes.misconceptions.misconception import ruled
from quiz.shapes.rules import Rules
from quiz.shapes.terms import Term, term


def _reach(kernel: int, dilation: int) -> Term:
    return term(kernel) if dilation == 1 else Term(dilation) * (Term(kernel) - 1) + 1


@ruled("same-for-valid", N_("‘same’ taken for ‘valid’: without padding='same' the border is cut"))
class _SameForValid(Rules):
    def padding(self, padding: str) -> str:
        return "same" if padding == "valid" else padding


@ruled("valid-for-same", N_("‘valid’ taken for ‘same’: padding='same' makes up for the kernel"))
class _ValidForSame(Rules):
    def padding(self, padding: str) -> str:
        return "valid" if padding == "same" else padding


@ruled("ceil-for-floor", N_("Rounded up: a window that does not fit whole is left out (floor)"))
class _CeilForFloor(Rules):
    def window(self, size: int, kernel: int, stride: int, dilation: int = 1) -> Term:
        return (Term(size) - _reach(kernel, dilation)).ceil(stride) + 1


@ruled("floor-for-ceil", N_("Rounded down: with padding='same' the length is rounded up (ceil)"))
class _FloorForCeil(Rules):
    def window_same(self, size: int, stride: int) -> Term:
        return Term(size) // stride


@ruled("same-keeps-size", N_("padding='same' keeps the size only with strides=1"))
class _SameKeepsSize(Rules):
    def window_same(self, size: int, stride: int) -> Term:
        return term(size)


@ruled("stride-forgotten", N_("strides forgotten: the window jumps, so fewer places are left"))
class _StrideForgotten(Rules):
    def strides(self, strides: tuple[int, ...]) -> tuple[int, ...]:
        return (1,) * len(strides)

    def pool_strides(
        self, strides: tuple[int, ...] | None, pool: tuple[int, ...]
    ) -> tuple[int, ...]:
        return pool if strides is None else self.strides(strides)


@ruled("pool-stride-one", N_("Pooling steps by its pool_size, not by 1, unless strides says so"))
class _PoolStrideOne(Rules):
    def pool_strides(
        self, strides: tuple[int, ...] | None, pool: tuple[int, ...]
    ) -> tuple[int, ...]:
        return (1,) * len(pool) if strides is None else strides


@ruled("pool-strides-ignored", N_("strides of pooling ignored: it need not be the pool_size"))
class _PoolStridesIgnored(Rules):
    def pool_strides(
        self, strides: tuple[int, ...] | None, pool: tuple[int, ...]
    ) -> tuple[int, ...]:
        return pool


@ruled("kernel-not-subtracted", N_("The kernel was not subtracted: it must fit in whole"))
class _KernelNotSubtracted(Rules):
    def window(self, size: int, kernel: int, stride: int, dilation: int = 1) -> Term:
        return Term(size) // stride


@ruled("one-not-added", N_("The + 1 was forgotten: the first place of the window counts, too"))
class _OneNotAdded(Rules):
    def window(self, size: int, kernel: int, stride: int, dilation: int = 1) -> Term:
        return (Term(size) - _reach(kernel, dilation)) // stride


@ruled("dilation-forgotten", N_("dilation_rate forgotten: with gaps the kernel reaches further"))
class _DilationForgotten(Rules):
    def dilation(self, dilation: tuple[int, ...]) -> tuple[int, ...]:
        return (1,) * len(dilation)


@ruled("dilation-multiplies", N_("Only the gaps are multiplied: dilation · (kernel - 1) + 1"))
class _DilationMultiplies(Rules):
    def window(self, size: int, kernel: int, stride: int, dilation: int = 1) -> Term:
        return (Term(size) - Term(kernel) * dilation) // stride + 1


@ruled("padding-one-side", N_("The padding was added on one side: it goes on both"))
class _PaddingOneSide(Rules):
    def padded(self, size: int, before: int, after: int) -> Term:
        return Term(size) + before


@ruled("padding-twice", N_("The padding was added twice on each side"))
class _PaddingTwice(Rules):
    def padded(self, size: int, before: int, after: int) -> Term:
        return Term(size) + Term(2) * before + Term(2) * after


@ruled("upsampling-adds", N_("UpSampling repeats each cell: it multiplies the size"))
class _UpsamplingAdds(Rules):
    def upsampled(self, size: int, factor: int) -> Term:
        return Term(size) + factor


@ruled("transposed-shrinks", N_("Conv2DTranspose enlarges: it turns Conv2D round"))
class _TransposedShrinks(Rules):
    def transposed(self, size: int, kernel: int, stride: int, extra: int | None) -> Term:
        return (Term(size) - kernel) // stride + 1

    def transposed_same(self, size: int, kernel: int, stride: int, extra: int | None) -> Term:
        return Term(size).ceil(stride)
