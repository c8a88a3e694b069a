"""Misconceptions about data: what input_shape says, and what a reshape is given."""

from __future__ import annotations

from quiz.i18n import N_
from quiz.shapes.asking.visit import Visit
from quiz.shapes.misconceptions.misconception import filling
from quiz.shapes.rules import Shape


def _for_input(visit: Visit) -> bool:
    return visit.asked == "input_shape"


@filling("batch-kept", N_("The number of samples does not belong into input_shape"))
def _batch_kept(visit: Visit) -> Shape | None:
    return visit.data if _for_input(visit) else None


@filling("none-written", N_("input_shape is of one sample: without None for the batch"))
def _none_written(visit: Visit) -> Shape | None:
    return (None, *visit.right) if _for_input(visit) else None


@filling("last-axis-dropped", N_("The last axis was dropped: features or channels belong, too"))
def _last_axis_dropped(visit: Visit) -> Shape | None:
    return visit.right[:-1] or None


@filling("steps-dropped", N_("The time steps or the size dropped: all axes but the first belong"))
def _steps_dropped(visit: Visit) -> Shape | None:
    return visit.right[-1:] if _for_input(visit) and len(visit.right) > 1 else None


@filling("samples-for-features", N_("Samples taken for features: the first axis counts samples"))
def _samples_for_features(visit: Visit) -> Shape | None:
    return visit.data[:1] if _for_input(visit) else None


@filling("samples-with-last-dropped", N_("One axis is dropped: the first (samples), not the last"))
def _samples_with_last_dropped(visit: Visit) -> Shape | None:
    return visit.data[:-1] if _for_input(visit) and len(visit.data) > 2 else None


@filling(
    "axes-exchanged", N_("Axes exchanged: rows or time steps first, features or channels last")
)
def _axes_exchanged(visit: Visit) -> Shape | None:
    *before, one, other = (None, None, *visit.right)
    return None if one is None else (*before[2:], other, one)


@filling("channels-in-front", N_("The channels stand last, not in front of height and width"))
def _channels_in_front(visit: Visit) -> Shape | None:
    *sample, channels = visit.right if _for_input(visit) else visit.right[1:]
    return (*visit.right[: -len(sample) - 1], channels, *sample) if len(sample) > 1 else None


@filling("reshape-without-samples", N_("reshape is given all axes, the samples in front"))
def _reshape_without_samples(visit: Visit) -> Shape | None:
    return None if _for_input(visit) else visit.right[1:]


@filling("reshape-unchanged", N_("That is the shape it has already"))
def _reshape_unchanged(visit: Visit) -> Shape | None:
    return None if _for_input(visit) else visit.data


@filling("one-sample", N_("All samples taken for one: the first axis stays the samples"))
def _one_sample(visit: Visit) -> Shape | None:
    if _for_input(visit) or len(visit.right) != len(visit.data) + 1:
        return None
    return (1, *visit.data)
