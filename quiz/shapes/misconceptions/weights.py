"""Misconceptions about how many parameters a layer has."""

from __future__ import annotations

from quiz.i18n import N_
from quiz.shapes.misconceptions.misconception import ruled
from quiz.shapes.rules import Dim, Rules
from quiz.shapes.terms import Term, product


@ruled("bias-forgotten", N_("The bias forgotten: one more for each unit or filter"))
class _BiasForgotten(Rules):
    def use_bias(self, use_bias: bool) -> bool:
        return False


@ruled("bias-assumed", N_("A bias was counted in spite of use_bias=False"))
class _BiasAssumed(Rules):
    def use_bias(self, use_bias: bool) -> bool:
        return True


@ruled("one-bias", N_("A bias for each unit or filter, not one for the layer"))
class _OneBias(Rules):
    def bias(self, units: int) -> Term:
        return Term(1)


@ruled("kernel-area-forgotten", N_("A kernel has height × width weights a channel"))
class _KernelAreaForgotten(Rules):
    def conv_weights(self, kernel: tuple[int, ...], channels: int, filters: int) -> Term:
        return product(kernel[0], channels, filters)


@ruled("kernel-forgotten", N_("The size of the kernel is a factor of its weights"))
class _KernelForgotten(Rules):
    def conv_weights(self, kernel: tuple[int, ...], channels: int, filters: int) -> Term:
        return product(channels, filters)


@ruled("input-channels-forgotten", N_("Each filter is as deep as the channels it sees"))
class _InputChannelsForgotten(Rules):
    def conv_weights(self, kernel: tuple[int, ...], channels: int, filters: int) -> Term:
        return product(*kernel, filters)


@ruled("filters-forgotten", N_("Every filter has weights of its own: multiply by filters"))
class _FiltersForgotten(Rules):
    def conv_weights(self, kernel: tuple[int, ...], channels: int, filters: int) -> Term:
        return product(*kernel, channels)


@ruled("pooling-has-weights", N_("Pooling has no parameters: it only chooses or averages"))
class _PoolingHasWeights(Rules):
    def pool_weights(self, pool: tuple[int, ...], channels: Dim) -> Term:
        return product(*pool, channels or 1)


@ruled("weights-added", N_("Inputs and units are multiplied: each unit sees every input"))
class _WeightsAdded(Rules):
    def dense_weights(self, inputs: int, units: int) -> Term:
        return Term(inputs) + units


@ruled("norm-halved", N_("BatchNormalization keeps 4 numbers a channel: two of them not trained"))
class _NormHalved(Rules):
    def norm_weights(self, features: int, sets: int) -> Term:
        return super().norm_weights(features, 2 if sets == 4 else sets)


@ruled("norm-once", N_("BatchNormalization keeps 4 numbers for each channel"))
class _NormOnce(Rules):
    def norm_weights(self, features: int, sets: int) -> Term:
        return Term(features)
