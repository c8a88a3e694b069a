"""What a real name is for: its own words where it is often confused, else its category's."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.i18n import N_
from quiz.text import Text, both

_OWN = {
    "StandardScaler": N_("scales to mean 0 and standard deviation 1"),
    "MinMaxScaler": N_("scales to the range 0 to 1"),
    "RobustScaler": N_("scales by median and quartiles, so that outliers weigh little"),
    "MaxAbsScaler": N_("divides by the largest absolute value, −1 to 1, and keeps zeros zero"),
    "Normalizer": N_("scales each sample (row) to length 1"),
    "OneHotEncoder": N_("turns columns of categories into columns of 0 and 1"),
    "LabelEncoder": N_("turns target labels into integers"),
    "OrdinalEncoder": N_("turns columns of categories into integers"),
    "to_categorical": N_("turns integer labels into one-hot rows, in Keras"),
    "get_dummies": N_("turns columns of categories into one-hot columns, in pandas"),
    "binary_crossentropy": N_("the loss for two classes, with sigmoid"),
    "categorical_crossentropy": N_("the loss for several classes with one-hot labels"),
    "sparse_categorical_crossentropy": N_("the loss for several classes with integer labels"),
    "mse": N_("short for mean_squared_error, a loss for regression"),
    "mae": N_("short for mean_absolute_error, a loss for regression"),
    "mean_squared_error": N_("mean of the squared errors, for regression"),
    "mean_absolute_error": N_("mean of the absolute errors, for regression"),
    "sigmoid": N_("the activation for two classes: one number from 0 to 1"),
    "softmax": N_("the activation for several classes: probabilities that add up to 1"),
    "relu": N_("the activation of hidden layers: negatives become 0"),
    "tanh": N_("an activation from −1 to 1"),
    "linear": N_("an activation that changes nothing, for regression"),
    "kernel_size": N_("the height and width of a convolution's filter"),
    "pool_size": N_("the height and width of a pooling window"),
    "strides": N_("how far the window moves at each step"),
    "filters": N_("how many feature maps a convolution gives"),
    "padding": N_('what is done at the border: "valid" or "same"'),
    "valid": N_("padding: none, so the output shrinks"),
    "same": N_("padding: zeros, so the output keeps its size when strides is 1"),
    "glorot_normal": N_("starts weights from a normal distribution, after Glorot"),
    "he_uniform": N_("starts weights from a uniform distribution, after He"),
    "relu6": N_("relu cut off at 6"),
    "hard_sigmoid": N_("sigmoid made of straight lines, faster and coarser"),
    "one_hot": N_("turns integer labels into one-hot rows, in keras.ops"),
    "boolean": N_("the pandas dtype of True, False and missing values"),
    "to_numpy": N_("gives a pandas table as a NumPy array"),
    "sparse_output": N_("whether OneHotEncoder gives a sparse matrix, since scikit-learn 1.2"),
    "sparse": N_("once the name of sparse_output, gone since scikit-learn 1.4; also a class_mode"),
    "causal": N_("padding: only on the left, so that no step sees the future"),
    "channels_last": N_("data format: (height, width, channels)"),
    "channels_first": N_("data format: (channels, height, width)"),
    "uint8": N_("whole numbers from 0 to 255, as images are stored"),
    "float32": N_("decimal numbers of 32 bits, what networks compute in"),
    "float64": N_("decimal numbers of 64 bits, NumPy's default"),
    "int64": N_("whole numbers of 64 bits"),
    "astype": N_("gives a copy with another dtype"),
    "dtype": N_("the type of an array's numbers"),
    "dtypes": N_("the type of each column, in pandas"),
    "shape": N_("the length of each axis of an array"),
    "reshape": N_("gives the same numbers another shape, in NumPy"),
    "fit": N_("learns from the data"),
    "transform": N_("applies what fit has learned"),
    "fit_transform": N_("learns from the data and applies it at once"),
}

_CATEGORIES = {
    "scaler": N_("a scaler of {library}"),
    "encoder": N_("an encoder of {library}"),
    "encoder pandas": N_("reads or arranges data in {library}"),
    "loss": N_("a loss string of {library}"),
    "loss_class": N_("a loss class of {library}"),
    "activation": N_("an activation string of {library}"),
    "preparation": N_("for preparing data with {library}"),
    "function": N_("a function of {library}"),
    "keras_param": N_("an argument of {library}"),
    "pd_param": N_("an argument of {library}"),
    "sk_param": N_("an argument of {library}"),
    "sk_value": N_("a value of an argument of {library}"),
    "sk_attr": N_("what a fitted object of {library} has learned"),
    "sparse": N_("for sparse matrices, in {library}"),
    "optimizer": N_("an optimizer string of {library}"),
    "optimizer_class": N_("an optimizer class of {library}"),
    "metric": N_("a metric string of {library}"),
    "sk_metric": N_("a metric function of {library}"),
    "scoring": N_("a scoring string of {library}"),
    "dataset": N_("a data set of {library}"),
    "layer": N_("a layer of {library}"),
    "model": N_("for building or loading a model of {library}"),
    "model_method": N_("a method of a {library} model"),
    "callback": N_("a callback of {library}"),
    "callback_param": N_("an argument of {library} callbacks"),
    "conv2d_param": N_("an argument of Conv2D"),
    "pool_param": N_("an argument of pooling layers"),
    "rnn_param": N_("an argument of recurrent layers"),
    "fit_param": N_("an argument of model.fit"),
    "compile_param": N_("an argument of model.compile"),
    "padding_value": N_("a value of padding"),
    "data_format_value": N_("a value of data_format"),
    "initializer": N_("an initializer string of {library}"),
    "regularizer": N_("a regularizer string of {library}"),
    "image_gen": N_("for reading images with {library}"),
    "image_gen_param": N_("an argument of ImageDataGenerator or its flow methods"),
    "image_gen_value": N_("a value for ImageDataGenerator or its flow methods"),
    "search": N_("for splitting data or searching parameters with {library}"),
    "search_param": N_("an argument of the searches of {library}"),
    "search_attr": N_("a result of the searches of {library}"),
    "bayes_param": N_("an argument of BayesianOptimization"),
    "estimator": N_("a model of {library}"),
    "sampling": N_("for resampling classes with {library}"),
    "sk_method": N_("a method of {library} objects"),
    "numpy": N_("a function, method or attribute of {library}"),
    "dtype_value": N_("a dtype of {library}"),
    "pandas": N_("a method or attribute of {library}"),
    "scipy": N_("a random distribution of {library}"),
    "server": N_("a part of {library}"),
    "module": N_("a module of {library}"),
    "elsewhere": N_("a real name or word, but of something else"),
}

_LIBRARIES = {
    "keras": "Keras",
    "numpy": "NumPy",
    "scipy": "SciPy",
    "tensorflow": "TensorFlow",
    "fastapi": "FastAPI",
}


def categories() -> frozenset[str]:
    """Return the categories that have words."""
    return frozenset(name for name in _CATEGORIES if " " not in name)


def purpose(name: str, rows: Sequence[tuple[str, str]]) -> Text:
    """Return what `name` is for, from its own words or its rows (category, library)."""
    if own := _OWN.get(name):
        return both(own)
    category, library = rows[0]
    words = _CATEGORIES.get(f"{category} {library}") or _CATEGORIES.get(category)
    return both(words, library=_LIBRARIES.get(library, library)) if words else Text()
