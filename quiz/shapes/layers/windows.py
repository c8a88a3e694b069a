"""Windows that slide along the axes of an image, a sequence or a volume."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quiz.i18n import N_
from quiz.shapes.call import Call
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import Dim, Shape, said
from quiz.shapes.terms import Term
from quiz.text import Text, both

_AXES = {
    1: (N_("length"),),
    2: (N_("height"), N_("width")),
    3: (N_("depth"), N_("height"), N_("width")),
}


class Layout(NamedTuple):
    """An input taken apart: batch, the axes that are slid along, channels (`first` or last)."""

    batch: Dim
    spatial: Shape
    channels: Dim
    first: bool

    def join(self, spatial: Sequence[Dim], channels: Dim) -> Shape:
        """Return a shape laid out alike, of other lengths and channels."""
        middle = (channels, *spatial) if self.first else (*spatial, channels)
        return (self.batch, *middle)

    def known_channels(self, call: Call) -> int:
        """Return the number of channels; Refused where it is None: weights need it."""
        if self.channels is None:
            raise Refused(
                both("{name} must know the number of channels, but it is None", name=call.name),
                both("Write the channels as a number in Input(shape=…)."),
            )
        return self.channels


def layout(call: Call, shape: Shape) -> Layout:
    """Take `shape` apart as data_format says; "channels_last" if it says nothing."""
    if channels_first(call):
        return Layout(shape[0], shape[2:], shape[1], True)
    return Layout(shape[0], shape[1:-1], shape[-1], False)


def channels_first(call: Call) -> bool:
    """Return whether data_format is "channels_first"; Refused if it is no format."""
    if call.arguments.get("data_format") is None:
        return False
    return call.word("data_format", ("channels_first", "channels_last")) == "channels_first"


def along(call: Call, spatial: Shape, rule: Callable[[int, int], Term]) -> tuple[Dim, ...]:
    """Return `rule(length, axis)` for each axis and say its arithmetic; None stays None."""
    terms = [None if size is None else rule(size, axis) for axis, size in enumerate(spatial)]
    names = _AXES.get(len(spatial), ())
    told: dict[str, list[Text]] = {}
    for name, result in zip(names, terms, strict=False):
        if result is not None:
            told.setdefault(str(result), []).append(both(name))
    for how, axes in told.items():
        call.say(both("{axes}: {how}", axes=_together(axes), how=how))
    return tuple(None if result is None else result.value for result in terms)


def slide(call: Call, spatial: Shape, window: tuple[int, ...], dilation: tuple[int, ...]) -> Shape:
    """Return how often a window fits along each axis; Refused where it does not fit at all.

    Strides and padding are those of the call; where no strides are written, the window's size.
    """
    rules = call.rules
    strides = rules.strides(call.sizes("strides", len(window)))
    return fit(call, spatial, rules.kernel(window), strides, rules.dilation(dilation))


def fit(
    call: Call,
    spatial: Shape,
    window: tuple[int, ...],
    strides: tuple[int, ...],
    dilation: tuple[int, ...],
) -> Shape:
    """Return how often the window fits; the arguments as the rules have taken them."""
    valid = call.rules.padding(call["padding"].lower()) == "valid"

    def count(size: int, axis: int) -> Term:
        if not valid:
            return call.rules.window_same(size, strides[axis])
        return call.rules.window(size, window[axis], strides[axis], dilation[axis])

    counts = along(call, spatial, count)
    if any(count is not None and count <= 0 for count in counts):
        raise _too_large(call, spatial, window, dilation)
    return counts


def _too_large(
    call: Call, spatial: Shape, window: tuple[int, ...], dilation: tuple[int, ...]
) -> Refused:
    reach = tuple((k - 1) * d + 1 for k, d in zip(window, dilation, strict=True))
    return Refused(
        both(
            "the window {window} of {name} does not fit into {sizes}: the output would have a"
            " length of zero or less",
            window=said(reach),
            name=call.name,
            sizes=said(spatial),
        ),
        both('Use padding="same", a smaller window, or fewer poolings before it.'),
    )


def _together(axes: list[Text]) -> Text:
    return Text(", ".join(a.ko for a in axes), ", ".join(a.en for a in axes))
