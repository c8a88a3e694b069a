"""A Keras model written line by line, as the one list of layers it is."""

from __future__ import annotations

from quiz.marking.code.term import Term

_MODEL = "keras.Sequential"
_INPUT = "keras.layers.Input"
_SHAPES = ("input_shape", "input_dim")
"""Arguments of a first layer in place of an Input before it."""


def gathered(lines: list[Term]) -> list[Term]:
    """Return `lines` with `model = Sequential()` and its `model.add(…)` lines made one."""
    done: list[Term] = []
    models: dict[str, int] = {}
    for line in lines:
        if name := _begun(line):
            models[name] = len(done)
        elif (added := _added(line)) and added[0] in models:
            place = models[added[0]]
            done[place] = _with_layer(done[place], added[1], line.end)
            continue
        done.append(line)
    return [_with_input(line) for line in done]


def _begun(line: Term) -> str:
    """Return the variable that `line` makes an empty or listed Sequential, "" if it does not."""
    made = dict(line.parts).get("value")
    target = dict(line.parts).get("targets 0")
    if line.kind != "Assign" or not made or not target or target.kind != "name":
        return ""
    return str(target.value) if _is_call_of(made, _MODEL) else ""


def _added(line: Term) -> tuple[str, Term] | None:
    """Return (variable, layer) of `variable.add(layer)`."""
    if line.kind != "call" or len(line.parts) != 2:
        return None
    function = line.parts[0][1]
    if function.kind != "attribute" or function.value != "add":
        return None
    of = function.parts[0][1]
    return (str(of.value), line.parts[1][1]) if of.kind == "name" else None


def _with_layer(line: Term, layer: Term, end: int) -> Term:
    made = dict(line.parts)["value"]
    listed = _layers(made)
    layers = (
        *(listed.parts if listed else ()),
        (f"elts {len(listed.parts) if listed else 0}", layer),
    )
    return _with_layers(line, layers, layers[0][1].start, end)


def _with_layers(line: Term, layers: tuple[tuple[str, Term], ...], start: int, end: int) -> Term:
    made = dict(line.parts)["value"]
    listed = Term("List", (), layers, start, end)
    others = tuple(part for part in made.parts if part[0] not in ("0", "layers"))
    call = made._replace(parts=(others[0], ("0", listed), *others[1:]))
    parts = tuple((key, call if key == "value" else part) for key, part in line.parts)
    return line._replace(parts=parts)


def _with_input(line: Term) -> Term:
    """Make `input_shape=` of the first layer the Input line that Keras makes of it."""
    if not _begun(line) or not (listed := _layers(dict(line.parts)["value"])) or not listed.parts:
        return line
    (_, first), *rest = listed.parts
    shape = dict(first.parts).get("input_shape") or _of_inputs(first)
    if first.kind != "call" or shape is None:
        return line
    function = Term("real", _INPUT, (), first.start, first.start)
    put = Term("call", "", (("function", function), ("shape", shape)), shape.start, shape.end)
    bare = first._replace(parts=tuple(part for part in first.parts if part[0] not in _SHAPES))
    layers = [put, bare, *(layer for _, layer in rest)]
    keyed = tuple((f"elts {place}", layer) for place, layer in enumerate(layers))
    return _with_layers(line, keyed, listed.start, listed.end)


def _of_inputs(layer: Term) -> Term | None:
    """Return the shape (n,) that `input_dim=n` stands for."""
    size = dict(layer.parts).get("input_dim")
    return size and Term("Tuple", (), (("elts 0", size),), size.start, size.end)


def _layers(made: Term) -> Term | None:
    listed = dict(made.parts).get("0") or dict(made.parts).get("layers")
    return listed if listed and listed.kind == "List" else None


def _is_call_of(term: Term, name: str) -> bool:
    return term.kind == "call" and term.parts[0][1].value == name
