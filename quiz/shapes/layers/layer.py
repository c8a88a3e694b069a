"""What every Keras layer has, and the register in which each is one function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from quiz.shapes.call import Call
from quiz.shapes.rules import Shape
from quiz.shapes.values import Value

Shapes = Shape | list[Shape]


class Out(NamedTuple):
    """What a layer makes: the shape or shapes, and its numbers: trained and kept (`frozen`).

    `shape` is a list where the layer gives several tensors.
    """

    shape: Shapes
    weights: int = 0
    frozen: int = 0


Work = Callable[[Call, Any], Out]
"""A layer's arithmetic: the call that made it and the shape (or list of shapes) it is put to."""


class Kind(NamedTuple):
    """A class of layers.

    `ndim` is the rank the input must have, (rank, True) if it may have more; `axis` which axis
    its weights are tied to: "last", "channels" (by data_format) or "".
    `check` looks at the arguments when the layer is made; `several` takes a list of tensors.
    """

    name: str
    signature: str
    work: Work
    ndim: tuple[int, bool] | None = None
    axis: str = ""
    check: Callable[[Call], object] | None = None
    several: bool = False


LAYERS: dict[str, Kind] = {}
"""Every known class of keras.layers by name."""


def layer(
    names: str,
    signature: str = "",
    *,
    ndim: int = 0,
    least_ndim: int = 0,
    axis: str = "",
    check: Callable[[Call], object] | None = None,
    several: bool = False,
) -> Callable[[Work], Work]:
    """Register the function below as the layers `names`, with their real signature.

    Keyword arguments that every layer takes (name, input_shape …) are added.
    """
    rank = (ndim, False) if ndim else (least_ndim, True) if least_ndim else None
    text = f"{signature.removesuffix('**more')}, **kwargs".strip(", ").replace(", ,", ",")

    def register(work: Work) -> Work:
        for name in names.split():
            LAYERS[name] = Kind(name, text, work, rank, axis, check, several)
        return work

    return register


@dataclass(slots=True, eq=False, repr=False)
class Layer:
    """One layer of the code.

    `written` and `line` are where it was made; `input_shape` is the argument, if given; `built` is
    the input that its weights were made for (None: not yet), `weights` and `frozen` their number;
    `input` and `output` the symbolic tensors of its last call.
    """

    kind: Kind
    arguments: dict[str, Value]
    written: str
    line: int
    input_shape: Shape | None = None
    trainable: bool = True
    built: Any = None
    weights: int = 0
    frozen: int = 0
    input: Any = None
    output: Any = None

    def __repr__(self) -> str:
        return self.written

    @property
    def name(self) -> str:
        """The name of its class."""
        return self.kind.name
