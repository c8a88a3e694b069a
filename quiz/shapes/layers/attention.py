"""Attention. Source: keras/src/layers/attention."""

from __future__ import annotations

from quiz.shapes.call import Call
from quiz.shapes.layers.dense import features
from quiz.shapes.layers.layer import Out, Shapes, layer
from quiz.shapes.layers.merging import told
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import Shape
from quiz.shapes.terms import Term
from quiz.text import both

_TAIL = (
    "kernel_initializer='glorot_uniform', bias_initializer='zeros', kernel_regularizer=None,"
    " bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,"
    " bias_constraint=None, use_gate=False, seed=None"
)


def _check(call: Call) -> None:
    call.whole("num_heads")
    call.whole("key_dim")


@layer(
    "MultiHeadAttention",
    "num_heads, key_dim, value_dim=None, dropout=0.0, use_bias=True, output_shape=None,"
    f" attention_axes=None, sliding_window=None, flash_attention=None, {_TAIL}",
    several=True,
    check=_check,
)
def _multi_head(call: Call, shapes: Shapes) -> Out:
    query, value, key = _three(call, shapes)
    if call["use_gate"] or call["output_shape"] is not None:
        raise NotKnown(both("I do not know MultiHeadAttention with use_gate or output_shape"))
    heads, size = call["num_heads"], call["key_dim"]
    width = call["value_dim"] or size
    weights = (
        _projection(call, features(call, query), heads * size)
        + _projection(call, features(call, key), heads * size)
        + _projection(call, features(call, value), heads * width)
        + _projection(call, heads * width, features(call, query))
    )
    call.say(both("the shape of the query stays"))
    call.say_parameters(weights)
    if call.keywords.get("return_attention_scores"):
        scores = (query[0], heads, query[1], query[1])  # so Keras says, whatever value's length
        return Out([query, scores], weights.value)
    return Out(query, weights.value)


def _three(call: Call, shapes: Shapes) -> tuple[Shape, Shape, Shape]:
    """Return the shapes of query, value and key; Refused where value and key do not go together."""
    if not isinstance(shapes, list) or len(shapes) < 2:
        raise Refused(
            both("MultiHeadAttention needs at least a query and a value"),
            both("For self-attention write it twice: attention(x, x)."),
            "TypeError",
        )
    query, value = shapes[:2]
    key = shapes[2] if len(shapes) > 2 else value
    if value[1:-1] != key[1:-1]:
        raise Refused(
            both("value and key must be equally long, but are {shapes}", shapes=told([value, key]))
        )
    return query, value, key


def _projection(call: Call, inputs: int, units: int) -> Term:
    weights = Term(inputs) * units
    return weights + units if call.rules.use_bias(call["use_bias"]) else weights


@layer("Attention", "use_scale=False, score_mode='dot', dropout=0.0, seed=None", several=True)
def _attention(call: Call, shapes: Shapes) -> Out:
    query, value, _key = _given(call, shapes)
    weights = int(bool(call["use_scale"])) + (call["score_mode"] == "concat")
    return _attended(call, query, value, weights)


@layer("AdditiveAttention", "use_scale=True, dropout=0.0", several=True)
def _additive(call: Call, shapes: Shapes) -> Out:
    query, value, _key = _given(call, shapes)
    return _attended(call, query, value, features(call, query) if call["use_scale"] else 0)


def _given(call: Call, shapes: Shapes) -> tuple[Shape, Shape, Shape]:
    if not isinstance(shapes, list) or len(shapes) not in (2, 3):
        raise Refused(
            both("{name} takes a list: [query, value] or [query, value, key]", name=call.name),
            both("For self-attention write the tensor twice: [x, x]."),
        )
    return shapes[0], shapes[1], shapes[-1]


def _attended(call: Call, query: Shape, value: Shape, weights: int) -> Out:
    call.say(both("as long as the query, as wide as the value"))
    if weights:
        call.say_parameters(weights)
    out = (*query[:-1], value[-1])
    if call.keywords.get("return_attention_scores"):
        return Out([out, (*query[:-1], value[-2])], weights)
    return Out(out, weights)
