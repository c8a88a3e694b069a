"""The traps by the names that the table of families gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quiz.clinic.traps import of_arrays, of_labels, of_models, of_splits
from quiz.clinic.traps.program import Program, Seen

TRAPS: dict[str, Callable[[Program], Iterator[Seen]]] = {
    "unsigned_arithmetic": of_arrays.unsigned_arithmetic,
    "floored_scale": of_arrays.floored_scale,
    "wide_scale": of_arrays.wide_scale,
    "spread": of_arrays.spread,
    "reshape_for_transpose": of_arrays.reshape_for_transpose,
    "window_too_few": of_arrays.window_too_few,
    "text_as_numbers": of_arrays.text_as_numbers,
    "object_dtype": of_arrays.object_dtype,
    "dummies_apart": of_arrays.dummies_apart,
    "dummies_bool": of_arrays.dummies_bool,
    "softmax_alone": of_labels.softmax_alone,
    "categorical_alone": of_labels.categorical_alone,
    "no_probability": of_labels.no_probability,
    "sigmoid_classes": of_labels.sigmoid_classes,
    "labels_beyond_binary": of_labels.labels_beyond_binary,
    "accuracy_of_numbers": of_labels.accuracy_of_numbers,
    "raw_logits": of_labels.raw_logits,
    "onehot_of": of_labels.onehot_of,
    "kernel_as_stride": of_models.kernel_as_stride,
    "same_with_stride": of_models.same_with_stride,
    "channels_first": of_models.channels_first,
    "dense_on_images": of_models.dense_on_images,
    "sequence_kept": of_models.sequence_kept,
    "silent_input": of_models.silent_input,
    "pool_strides": of_models.pool_strides,
    "dropout_idle": of_models.dropout_idle,
    "embedding_of_floats": of_models.embedding_of_floats,
    "split_order": of_splits.split_order,
    "refit_on_test": of_splits.refit_on_test,
    "beyond_range": of_splits.beyond_range,
    "sampled_before_split": of_splits.sampled_before_split,
    "scaled_before_split": of_splits.scaled_before_split,
    "shuffled_series": of_splits.shuffled_series,
    "maximised_loss": of_splits.maximised_loss,
    "generator_order": of_splits.generator_order,
    "class_folder": of_splits.class_folder,
    "not_rescaled": of_splits.not_rescaled,
}
