"""Layers that prepare images and categories. Source: keras/src/layers/preprocessing."""

from __future__ import annotations

from quiz.shapes.call import Call
from quiz.shapes.layers.layer import Out, layer
from quiz.shapes.layers.windows import channels_first
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import Shape
from quiz.text import both


def _image(call: Call, shape: Shape) -> Out:
    size = (call.whole("height"), call.whole("width"))
    call.say(both("every image becomes {height} × {width}", height=size[0], width=size[1]))
    if len(shape) not in (3, 4):
        raise Refused(
            both(
                "{name} takes images (batch, height, width, channels), but gets {shape}",
                name=call.name,
                shape=shape,
            )
        )
    if channels_first(call):
        return Out((*shape[:-2], *size))
    return Out((*shape[:-3], *size, shape[-1]))


layer(
    "Resizing",
    "height, width, interpolation='bilinear', crop_to_aspect_ratio=False,"
    " pad_to_aspect_ratio=False, fill_mode='constant', fill_value=0.0, antialias=False,"
    " data_format=None",
)(_image)
layer("CenterCrop", "height, width, data_format=None")(_image)
layer("RandomCrop", "height, width, seed=None, data_format=None, name=None")(_image)


def _augment(call: Call, shape: Shape) -> Out:
    call.say(both("the shape stays"))
    return Out(shape)


_REST = "seed=None, data_format=None"
layer("RandomFlip", f"mode='horizontal_and_vertical', {_REST}")(_augment)
layer(
    "RandomRotation",
    "factor, fill_mode='reflect', interpolation='bilinear', seed=None, fill_value=0.0,"
    " data_format=None",
)(_augment)
layer("RandomBrightness", "factor, value_range=(0, 255), seed=None")(_augment)
layer("RandomContrast", "factor, value_range=(0, 255), seed=None")(_augment)
layer(
    "RandomTranslation",
    "height_factor, width_factor, fill_mode='reflect', interpolation='bilinear', seed=None,"
    " fill_value=0.0, data_format=None",
)(_augment)
layer(
    "RandomZoom",
    "height_factor, width_factor=None, fill_mode='reflect', interpolation='bilinear', seed=None,"
    " fill_value=0.0, data_format=None",
)(_augment)


_RANGE = "value_range=(0, 255), "
_SEED = "data_format=None, seed=None"
layer("RandomHue RandomPosterization RandomSharpness", f"factor, {_RANGE}{_SEED}")(_augment)
layer("RandomColorDegeneration", f"factor, {_RANGE}{_SEED}")(_augment)
layer("RandomSaturation", f"factor, {_RANGE}{_SEED}")(_augment)
layer("RandomGrayscale RandomInvert RandomErasing RandomGaussianBlur", "factor=1.0, **more")(
    _augment
)
layer("RandomPerspective RandomElasticTransform", "factor=1.0, scale=1.0, **more")(_augment)
layer("RandomShear", "x_factor=0.0, y_factor=0.0, **more")(_augment)
layer("AutoContrast Equalization", f"{_RANGE}**more")(_augment)
layer("Solarization", "addition_factor=0.0, threshold_factor=0.0, **more")(_augment)
layer("RandomColorJitter RandAugment AugMix", f"{_RANGE}**more")(_augment)


@layer("CategoryEncoding", "num_tokens=None, output_mode='multi_hot', sparse=False")
def _category(call: Call, shape: Shape) -> Out:
    tokens = call.whole("num_tokens")
    one_hot = call.word("output_mode", ("one_hot", "multi_hot", "count")) == "one_hot"
    if len(shape) == 1 or (one_hot and shape[-1] != 1):
        return Out((*shape, tokens))
    return Out((*shape[:-1], tokens))


@layer(
    "Discretization",
    "bin_boundaries=None, num_bins=None, epsilon=0.01, output_mode='int', sparse=False,"
    " dtype=None, name=None",
)
def _discretization(call: Call, shape: Shape) -> Out:
    return _numbered(call, shape)


@layer("Hashing", "num_bins, mask_value=None, salt=None, output_mode='int', sparse=False")
def _hashing(call: Call, shape: Shape) -> Out:
    return _numbered(call, shape)


def _numbered(call: Call, shape: Shape) -> Out:
    if call["output_mode"] != "int":
        raise NotKnown(
            both("I do not know {name} with another output_mode than int", name=call.name)
        )
    call.say(both("the shape stays"))
    return Out(shape)


@layer(
    "TextVectorization",
    "max_tokens=None, standardize='lower_and_strip_punctuation', split='whitespace', ngrams=None,"
    " output_mode='int', output_sequence_length=None, pad_to_max_tokens=False, vocabulary=None,"
    " idf_weights=None, sparse=False, ragged=False, encoding='utf-8', name=None",
)
def _text(call: Call, shape: Shape) -> Out:
    if call["output_mode"] != "int":
        raise NotKnown(
            both("I do not know {name} with another output_mode than int", name=call.name)
        )
    return Out((shape[0], call["output_sequence_length"]))
