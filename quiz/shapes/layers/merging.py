"""Layers that make one tensor of several. Source: keras/src/layers/merging."""

from __future__ import annotations

from quiz.shapes.call import Call
from quiz.shapes.layers.layer import Out, Shapes, layer
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import Dim, Shape, said
from quiz.text import both


def _listed(call: Call, shapes: Shapes, exactly: int = 0) -> list[Shape]:
    """Return the shapes of a merging layer's inputs; Refused if it was not given a list."""
    if not isinstance(shapes, list):
        raise Refused(
            both(
                "{name} takes a list of tensors, but gets one: {shape}",
                name=call.name,
                shape=shapes,
            ),
            both("Put them into one list: {name}()([a, b])", name=call.name),
        )
    if exactly and len(shapes) != exactly:
        raise Refused(
            both(
                "{name} takes exactly {count} tensors, but gets {found}",
                name=call.name,
                count=exactly,
                found=len(shapes),
            )
        )
    return shapes


@layer("Add Multiply Average Maximum Minimum Subtract", several=True)
def _elementwise(call: Call, shapes: Shapes) -> Out:
    listed = _listed(call, shapes, 2 if call.name == "Subtract" else 0)
    batches = {shape[0] for shape in listed} - {None}
    if len(batches) > 1:
        raise Refused(
            both(
                "{name}: the batches differ in size: {shapes}", name=call.name, shapes=told(listed)
            )
        )
    out = listed[0][1:]
    for shape in listed[1:]:
        out = _broadcast(call, out, shape[1:], listed)
    call.say(both("number by number: the shape stays"))
    return Out((next(iter(batches), None), *out))


def _broadcast(call: Call, left: Shape, right: Shape, listed: list[Shape]) -> Shape:
    if len(left) < len(right):
        left, right = right, left
    head, tail = left[: len(left) - len(right)], left[len(left) - len(right) :]
    joined: list[Dim] = list(head)
    for a, b in zip(tail, right, strict=True):
        if a != b and None not in (a, b) and 1 not in (a, b):
            raise Refused(
                both(
                    "{name} needs inputs of the same shape, but gets {shapes}",
                    name=call.name,
                    shapes=told(listed),
                ),
                both("Bring both to the same lengths first, say with Dense, Conv or padding."),
            )
        joined.append(None if None in (a, b) else (b if a == 1 else a))
    return tuple(joined)


@layer("Concatenate", "axis=-1", several=True)
def _concatenate(call: Call, shapes: Shapes) -> Out:
    listed, axis = _listed(call, shapes), call["axis"]
    rank = len(listed[0])
    at = axis % rank if -rank <= axis < rank else None
    others = [tuple(d for i, d in enumerate(shape) if i != at) for shape in listed]
    ranks = {len(shape) for shape in listed}
    if at is None or len(ranks) > 1 or not all(_alike(others[0], other) for other in others):
        raise Refused(
            both(
                "Concatenate along axis {axis} needs inputs that are alike on all other axes, but"
                " gets {shapes}",
                axis=axis,
                shapes=told(listed),
            ),
            both("Choose the axis along which they differ, or bring the others to one length."),
        )
    lengths = [shape[at] for shape in listed]
    if None in lengths:
        return Out(_with(listed[0], at, None))
    joined = call.rules.joined(tuple(length or 0 for length in lengths))
    call.say(both("axis {axis}: {how}", axis=at, how=joined))
    return Out(_with(listed[0], at, joined.value))


def _alike(left: Shape, right: Shape) -> bool:
    return len(left) == len(right) and all(
        a == b or None in (a, b) for a, b in zip(left, right, strict=True)
    )


def _with(shape: Shape, axis: int, length: Dim) -> Shape:
    return (*shape[:axis], length, *shape[axis + 1 :])


@layer("Dot", "axes, normalize=False", several=True)
def _dot(call: Call, shapes: Shapes) -> Out:
    left, right = _listed(call, shapes, 2)
    axes = call["axes"]
    first, second = (axes, axes) if isinstance(axes, int) else axes
    first, second = first % len(left), second % len(right)
    if left[first] != right[second]:
        raise Refused(
            both(
                "Dot multiplies axis {first} of {left} with axis {second} of {right}, but"
                " {one} is not {other}",
                first=first,
                left=said(left),
                second=second,
                right=said(right),
                one=left[first],
                other=right[second],
            ),
            both("Both axes must have the same length."),
        )
    kept = [d for i, d in enumerate(left) if i not in (0, first)]
    kept += [d for i, d in enumerate(right) if i not in (0, second)]
    return Out((left[0], *(kept or [1])))


def told(shapes: list[Shape]) -> str:
    """Return shapes as they are told one after another."""
    return ", ".join(map(said, shapes))
