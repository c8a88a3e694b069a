"""Misconceptions about axes: batch, channels, units, what flattening and pooling leave."""

from __future__ import annotations

from quiz.i18n import N_
from quiz.shapes.misconceptions.misconception import ruled
from quiz.shapes.rules import Dim, Rules, Shape
from quiz.shapes.terms import Term, product, term


@ruled("batch-dropped", N_("The batch axis was dropped: the output begins with it, too"))
class _BatchDropped(Rules):
    def answer(self, shape: Shape) -> Shape:
        return shape[1:]


@ruled("batch-as-one", N_("The batch is None while it is open, not 1"))
class _BatchAsOne(Rules):
    def answer(self, shape: Shape) -> Shape:
        return (1, *shape[1:]) if shape[:1] == (None,) else shape


@ruled("axes-swapped", N_("Height and width were swapped: rows come first"))
class _AxesSwapped(Rules):
    def answer(self, shape: Shape) -> Shape:
        return (shape[0], shape[2], shape[1], shape[3]) if len(shape) == 4 else shape


@ruled("channels-first", N_("The channels stand last, not after the batch"))
class _ChannelsFirst(Rules):
    def answer(self, shape: Shape) -> Shape:
        return (shape[0], shape[-1], *shape[1:-1]) if len(shape) == 4 else shape


@ruled("channels-of-input", N_("The channels of the input were kept: filters sets them anew"))
class _ChannelsOfInput(Rules):
    def channels(self, filters: int, channels_in: int) -> int:
        return channels_in


@ruled("channels-multiplied", N_("filters do not multiply the channels: each sees all of them"))
class _ChannelsMultiplied(Rules):
    def channels(self, filters: int, channels_in: int) -> int:
        return filters * channels_in


@ruled("flatten-forgotten", N_("Flatten makes one axis of all but the batch"))
class _FlattenForgotten(Rules):
    def flatten(self, shape: Shape) -> tuple[Shape, Term | None]:
        return shape, None


@ruled("flatten-drops-channels", N_("Flatten multiplies the channels in, too"))
class _FlattenDropsChannels(Rules):
    def flatten(self, shape: Shape) -> tuple[Shape, Term | None]:
        length = product(*(dim or 0 for dim in shape[1:-1]))
        return (shape[0], length.value), length


@ruled("flatten-adds", N_("Flatten multiplies the axes, it does not add them"))
class _FlattenAdds(Rules):
    def flatten(self, shape: Shape) -> tuple[Shape, Term | None]:
        length = self.joined(tuple(dim or 0 for dim in shape[1:])) if shape[1:] else term(0)
        return (shape[0], length.value), length


@ruled("flatten-takes-batch", N_("Flatten leaves the batch axis alone"))
class _FlattenTakesBatch(Rules):
    def flatten(self, shape: Shape) -> tuple[Shape, Term | None]:
        length = product(*(dim or 1 for dim in shape))
        return (length.value,), length


@ruled("dense-flattens", N_("Dense changes the last axis only; the others stay"))
class _DenseFlattens(Rules):
    def units(self, shape: Shape, units: int) -> Shape:
        return (shape[0], units)


@ruled("last-axis-kept", N_("Dense replaces the last axis by its units, it adds none"))
class _LastAxisKept(Rules):
    def units(self, shape: Shape, units: int) -> Shape:
        return (*shape, units)


@ruled("units-of-layer-before", N_("The units of the layer before were kept"))
class _UnitsOfLayerBefore(Rules):
    def units(self, shape: Shape, units: int) -> Shape:
        return shape


@ruled("pooling-keeps-axes", N_("Global pooling takes height and width away altogether"))
class _PoolingKeepsAxes(Rules):
    def pooled_away(self, batch: Dim, spatial: Shape, channels: Dim) -> Shape:
        return (batch, *(1 for _dim in spatial), channels)


@ruled("pooling-drops-channels", N_("Global pooling keeps one number for each channel"))
class _PoolingDropsChannels(Rules):
    def pooled_away(self, batch: Dim, spatial: Shape, channels: Dim) -> Shape:
        return (batch, *spatial)


@ruled("embedding-replaces", N_("Embedding adds an axis: each number becomes a vector"))
class _EmbeddingReplaces(Rules):
    def embedded(self, shape: Shape, width: int) -> Shape:
        return (*shape[:-1], width)


@ruled("dims-ignored", N_("The order of the axes was not changed"))
class _DimsIgnored(Rules):
    def dims(self, dims: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sorted(dims))


@ruled("joined-forgotten", N_("Joined pieces add up along their axis"))
class _JoinedForgotten(Rules):
    def joined(self, sizes: tuple[int, ...]) -> Term:
        return term(sizes[0])
