"""Layers that lay the same numbers out anew. Source: keras/src/layers/reshaping."""

from __future__ import annotations

from math import prod

from quiz.shapes.call import Call
from quiz.shapes.layers.layer import Out, layer
from quiz.shapes.layers.windows import channels_first
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import Shape, said, total
from quiz.shapes.terms import product
from quiz.text import both


@layer("Flatten", "data_format=None", least_ndim=1, check=channels_first)
def _flatten(call: Call, shape: Shape) -> Out:
    if len(shape) == 1:
        return Out((shape[0], 1))
    out, length = call.rules.flatten(shape)
    if length is not None and len(shape) > 2:
        call.say(both("all axes but the batch: {how}", how=length))
    return Out(out)


def _target(call: Call) -> Shape:
    target = call["target_shape"]
    if not isinstance(target, tuple | list):
        raise Refused(
            both("target_shape of Reshape must be a tuple, not {value}", value=repr(target)),
            both("Write ({value},) with a comma, or (rows, columns).", value=target),
            "TypeError",
        )
    numbers = [dim for dim in target if dim is not None]
    if any(type(dim) is not int or dim < -1 for dim in numbers) or numbers.count(-1) > 1:
        raise Refused(
            both(
                "target_shape {target} must hold sizes of 0 or more, and -1 at most once",
                target=said(tuple(target)),
            ),
            both("Only one length can be left to the library."),
        )
    return tuple(target)


@layer("Reshape", "target_shape", check=_target)
def _reshape(call: Call, shape: Shape) -> Out:
    target, rest = _target(call), shape[1:]
    if None in rest or None in target:
        return Out((shape[0], *(None if dim == -1 else dim for dim in target)))
    return Out((shape[0], *refit(call, rest, target)))


def refit(call: Call, shape: Shape, target: Shape) -> Shape:
    """Return `target` with its -1 worked out; Refused where the totals differ."""
    have = total(shape) or 0
    fixed = prod(dim or 0 for dim in target if dim != -1)
    numbers = product(*(dim or 0 for dim in shape))
    if -1 not in target and fixed == have:
        call.say(both("as many numbers as before: {how}", how=numbers))
        return target
    if -1 not in target or not fixed or have % fixed:
        raise _wrong_total(shape, target, have, fixed)
    call.say(
        both("-1 becomes {have} / {fixed} = {rest}", have=have, fixed=fixed, rest=have // fixed)
    )
    return tuple(have // fixed if dim == -1 else dim for dim in target)


def _wrong_total(shape: Shape, target: Shape, have: int, fixed: int) -> Refused:
    if -1 in target:
        reason = both(
            "{shape} holds {have} numbers, which {fixed} does not divide: {target} cannot be made"
            " of them",
            shape=said(shape),
            have=have,
            fixed=fixed,
            target=said(target),
        )
    else:
        reason = both(
            "{shape} holds {have} numbers, but {target} takes {fixed}",
            shape=said(shape),
            have=have,
            target=said(target),
            fixed=fixed,
        )
    return Refused(reason, both("Before and after, the lengths multiplied must give the same."))


def _dims(call: Call) -> Shape:
    dims = call["dims"]
    if not isinstance(dims, tuple | list) or sorted(dims) != list(range(1, len(dims) + 1)):
        raise Refused(
            both("dims of Permute must hold 1, 2, … each once, not {dims}", dims=repr(dims)),
            both("The axes count from 1: the batch (0) is left out."),
        )
    return tuple(dims)


@layer("Permute", "dims", check=_dims)
def _permute(call: Call, shape: Shape) -> Out:
    dims = call.rules.dims(tuple(d or 0 for d in _dims(call)))
    if len(dims) + 1 != len(shape):
        raise Refused(
            both(
                "Permute({dims}) needs an input of {needs} axes, but gets {found}: {shape}",
                dims=said(dims),
                needs=len(dims) + 1,
                found=len(shape),
                shape=said(shape),
            ),
            both("Name every axis but the batch."),
        )
    call.say(both("the axes {dims} of {shape}, in this order", dims=said(dims), shape=said(shape)))
    return Out((shape[0], *(shape[dim] for dim in dims)))


@layer("RepeatVector", "n", ndim=2, check=lambda call: call.whole("n"))
def _repeat(call: Call, shape: Shape) -> Out:
    call.say(both("the vector, {n} times", n=call["n"]))
    return Out((shape[0], call["n"], shape[1]))
