"""What keras.utils and TensorFlow make of labels and sequences."""

from __future__ import annotations

from quiz.shapes.arrays.array import as_array
from quiz.shapes.call import Call
from quiz.shapes.library import function
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.values import Array, Value, known
from quiz.text import both


@function("keras.utils.to_categorical", "x, num_classes=None")
def _to_categorical(call: Call) -> Array:
    labels = as_array(call["x"])
    shape = labels.shape
    if len(shape) > 1 and shape[-1] == 1:
        shape = shape[:-1]
    classes = call["num_classes"]
    if classes is None:
        different = labels.different()
        if not different:
            raise NotKnown(both("how many classes there are depends on the largest label"))
        classes = int(max(different)) + 1
        call.say(both("classes: {how}", how=f"{classes - 1} + 1 = {classes}"))
    elif labels.items is not None and any(item >= classes for item in labels.items):
        raise Refused(
            both(
                "the label {label} does not fit into {classes} classes, which count from 0",
                label=max(labels.items),
                classes=classes,
            ),
            both("Take num_classes one more than the largest label, or begin the labels at 0."),
            "IndexError",
        )
    return Array((*shape, classes))


@function("tensorflow.one_hot", "indices, depth, on_value=None, off_value=None, axis=None")
def _tf_one_hot(call: Call) -> Array:
    return Array((*as_array(call["indices"]).shape, call.whole("depth")))


@function("keras.ops.one_hot", "x, num_classes, axis=-1, dtype=None, sparse=False")
def _ops_one_hot(call: Call) -> Array:
    return Array((*as_array(call["x"]).shape, call.whole("num_classes")))


@function(
    "keras.utils.pad_sequences",
    "sequences, maxlen=None, dtype='int32', padding='pre', truncating='pre', value=0.0",
)
def _pad_sequences(call: Call) -> Array:
    sequences = call["sequences"]
    if isinstance(sequences, Array):
        if call["maxlen"] is None and len(sequences.shape) < 2:
            raise NotKnown(both("I do not know how long the sequences are"))
        longest = call["maxlen"] or sequences.shape[1]
        return Array((sequences.shape[0], longest), None, "i")
    if not all(isinstance(one, list | tuple | Array) for one in sequences):
        raise Refused(
            both("sequences must be a list of lists"), both("Each sequence is a list of its own.")
        )
    lengths = [as_array(one).shape[0] or 0 for one in sequences]
    longest = call["maxlen"]
    if longest is None:
        longest = max(lengths, default=0)
        call.say(both("the longest sequence has {length}", length=longest))
    return Array((len(sequences), longest), None, "i")


@function("keras.utils.normalize", "x, axis=-1, order=2")
def _normalize(call: Call) -> Array:
    return Array(as_array(call["x"]).shape)


@function("tensorflow.shape keras.ops.shape", "x")
def _shape(call: Call) -> Value:
    return tuple(known(as_array(call["x"]).shape))
