"""What follows from the shapes in a message: which axis differs, which product is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

from quiz.clinic.shape_text import Shape, dims, known, written

Values = Mapping[str, str]


def rank(values: Values) -> dict[str, str]:
    """Tell on which side the number of axes is wrong, and by how many; count them in a shape."""
    found = values.get("found") or str(len(dims(values.get("shape", ""))))
    gap = int(values["want"]) - int(found)
    side = {"side": "few" if gap > 0 else "many"} if gap else {}
    return {"found": found, "gap": str(abs(gap)), **side}


def sizes(values: Values) -> dict[str, str] | None:
    """Look up how large the last axis of `shape` is."""
    shape = dims(values["shape"])
    return {"found": written(shape[-1])} if shape else None


def compared(values: Values) -> dict[str, str]:
    """Tell how `want` and `found` differ: by the batch axis, in rank, or which axis in size."""
    want, found = dims(values["want"]), dims(values["found"])
    ranks = {"want_rank": str(len(want)), "found_rank": str(len(found))}
    if len(want) != len(found):
        is_one_sample = len(found) == len(want) - 1 and _agree(want[1:], found)
        return {**ranks, "differs": "batch" if is_one_sample else "rank"}
    for axis, (one, other) in enumerate(zip(want, found, strict=True)):
        if known(one) and known(other) and one != other:
            sizes = {"want_size": written(one), "found_size": written(other)}
            return {**ranks, "differs": "size", "axis": str(axis), **sizes}
    return {**ranks, "differs": "rank"}


def _agree(want: Shape, found: Shape) -> bool:
    return all(one == other or None in (one, other) for one, other in zip(want, found, strict=True))


def shrunk(values: Values) -> dict[str, str]:
    """Work out the size a convolution or pooling would give where it is not positive.

    floor((size - kernel) / stride) + 1, the kernel spread by its dilation.
    """
    if "strides" not in values:
        return {}
    window = values.get("kernel") or values["pool"]
    sizes, kernel = dims(values["shape"])[1:-1], dims(window)
    strides = dims(values["strides"])
    dilation = dims(values.get("dilation", "")) or (1,)
    for at, size in enumerate(sizes):
        reach = ((at < len(kernel) and kernel[at]) or 1) - 1
        spread = reach * ((dilation[at] if at < len(dilation) else 1) or 1) + 1
        stride = (strides[at] if at < len(strides) else 1) or 1
        if size is not None and (result := (size - spread) // stride + 1) <= 0:
            return {
                "kind": "conv" if "kernel" in values else "pool",
                "size": str(size),
                "kernel_size": str(spread),
                "stride": str(stride),
                "result": str(result),
            }
    return {}


def inner(values: Values) -> dict[str, str]:
    """Find the two sizes that meet in a product of matrices and differ."""
    first, second = dims(values.get("first", "")), dims(values.get("second", ""))
    if "first_size" in values or not first or not second:
        return {}
    return {"first_size": written(first[-1]), "second_size": written(second[0])}


def reshape(values: Values) -> dict[str, str]:
    """Multiply the asked shape out: what is wrong with it, and which first axis would fit."""
    if "shape" not in values:
        return {}
    shape = dims(values["shape"])
    fixed = [size for size in shape if size is not None and size > 0]
    product = prod(fixed)
    total = int(values["total"]) if "total" in values else prod(filter(None, _source(values)))
    said = {"total": str(total), "product": str(product)}
    if len(fixed) < len(shape):
        times, rest = divmod(total, product)
        return {**said, "times": str(times), "remainder": str(rest)}
    said["product_of"] = "·".join(map(str, fixed))
    tail = prod(fixed[1:])
    if len(fixed) > 1 and total % tail == 0 and (total // tail) != fixed[0]:
        said["batch"] = str(total // tail)
        said["tail"] = ", ".join(map(str, fixed[1:]))
    return said


def _source(values: Values) -> Shape:
    return dims(values.get("source", "(0,)"))


def broadcast(values: Values) -> dict[str, str]:
    """Find the first pair of axes, from the right, that is neither equal nor has a 1."""
    if not {"first", "second"} <= set(values) or values["first"][:1] not in "([":
        return {}
    first, second = dims(values["first"]), dims(values["second"])
    for at in range(1, min(len(first), len(second)) + 1):
        if first[-at] != second[-at] and 1 not in (first[-at], second[-at]):
            sizes = {"first_size": written(first[-at]), "second_size": written(second[-at])}
            return {"axis": str(-at), **sizes}
    return {}


def axes(values: Values) -> dict[str, str]:
    """List the axes that an array of `rank` dimensions has."""
    count = int(values["rank"])
    return {"axes": ", ".join(map(str, range(min(count, 8)))) or "–"}


def sparse_joined(values: Values) -> dict[str, str] | None:
    """Take the message only where one of the arrays has no dimension: a sparse matrix."""
    return {} if "0" in (values["first"], values["second"]) else None


def flattened(values: Values) -> dict[str, str]:
    """Name who refused the array."""
    return {"owner": values.get("owner") or values.get("owner2") or "scikit-learn"}
