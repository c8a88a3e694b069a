"""Names: exact for credit, slips named, another real name always confused."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.marking.infer import infer
from quiz.marking.judge import judge
from quiz.marking.mark import Mark, Verdict
from quiz.marking.names_list import RealNames
from quiz.text import Text

NAMES = RealNames()
REAL = sorted(set(NAMES))
LONG = [name for name in REAL if len(name) >= 4]


def mark(expected: str, answer: str, *others: str) -> Mark:
    return judge([expected, *others], answer, "names", NAMES)


def test_a_confused_name_is_told_with_what_it_is_for() -> None:
    confused = mark("StandardScaler", "MinMaxScaler")
    assert confused.mistake is not None
    assert confused.mistake.values == {"name": "MinMaxScaler"}
    assert confused.note.en == "MinMaxScaler: scales to the range 0 to 1"


def test_a_name_of_the_decks_is_confused_too() -> None:
    class Decks(RealNames):
        def get(self, name: str) -> Text | None:
            return Text.of("my own") if name == "sigmoidal" else super().get(name)

    assert judge(["sigmoid"], "sigmoidal", "names", Decks()).verdict is Verdict.CONFUSED


@pytest.mark.parametrize("answer", ["minmaxscaler", "min_max_scaler", "MinMaxScalar"])
def test_a_slip_in_another_real_name_is_confused_with_it(answer: str) -> None:
    confused = mark("StandardScaler", answer)
    assert confused.verdict is Verdict.CONFUSED
    assert confused.mistake is not None
    assert confused.mistake.values["name"] == "MinMaxScaler"


@pytest.mark.parametrize(
    ("expected", "answer", "slip", "values"),
    [
        ("StandardScaler", "StandardScalar", "ending", {"given": "-ar", "expected": "-er"}),
        ("StandardScaler", "StandardScalor", "ending", {"given": "-or", "expected": "-er"}),
        ("relu", "reru", "r/l", {"given": "r", "expected": "l"}),
        ("RobustScaler", "RovustScaler", "b/v", {"given": "v", "expected": "b"}),
        ("padding", "fadding", "p/f", {"given": "f", "expected": "p"}),
        ("StandardScaler", "StandartScaler", "d/t", {"given": "t", "expected": "d"}),
        ("Normalizer", "Normalijer", "z/j", {"given": "j", "expected": "z"}),
        ("sparse", "sparce", "s/c", {"given": "c", "expected": "s"}),
        ("callbacks", "kallbacks", "c/k", {"given": "k", "expected": "c"}),
        ("softmax", "softmaks", "x/ks", {"given": "ks", "expected": "x"}),
        ("kernel_size", "kernal_size", "vowel", {"given": "a", "expected": "e"}),
        ("compile", "complie", "swapped", {"given": "li", "expected": "il"}),
        ("tanh", "than", "moved", {"letters": "h"}),
        ("Flatten", "Flattten", "doubled", {"letters": "t"}),
        ("Dropout", "Dropot", "dropped", {"letters": "u"}),
        ("Embedding", "Embeding", "undoubled", {"letters": "d"}),
        ("dense_units", "dense_uniits", "doubled", {"letters": "i"}),
        ("strides", "stride", "singular", {"word": "strides"}),
        ("n_iter", "n_iters", "plural", {"word": "iters"}),
        ("batch_size", "batchsize", "underscore", {"given": "batchsize", "expected": "batch_size"}),
        ("batch_size", "batch-size", "hyphen", {"given": "batch-size", "expected": "batch_size"}),
        ("batch_size", "batch size", "space", {"given": "batch size", "expected": "batch_size"}),
        ("Conv2D", "Conv2d", "case", {"given": "Conv2d", "expected": "Conv2D"}),
        ("relu", "RELU", "case", {"given": "RELU", "expected": "relu"}),
        ("f1_macro", "fl_macro", "lookalike", {"given": "l", "expected": "1"}),
        ("optimizer", "optimiser", "s/z", {"given": "s", "expected": "z"}),
        ("GlobalAveragePooling2D", "GlobalAvgPooling2D", "short", None),
        ("OneHotEncoder", "OneHotEncoding", "form", None),
        ("SimpleRNN", "RNNSimple", "order", None),
        ("HalvingGridSearchCV", "HalvingGridSearch", "word missing", {"expected": "CV"}),
        ("loss", "losses", "plural", {"word": "losses"}),
        ("classes", "class", "singular", {"word": "classes"}),
        ("MaxAbsScaler", "MaxAbScaler", "dropped", {"letters": "s"}),
        ("RobustScaler", "RobustsScaler", "extra", {"letters": "s"}),
        ("best_params_", "best_param_", "singular", {"word": "params"}),
        (
            "__version__",
            "version",
            "underscore",
            {"given": "version", "expected": "__version__"},
        ),
        (
            "__version__",
            "_version_",
            "underscore",
            {"given": "_version_", "expected": "__version__"},
        ),
        (
            "__version__",
            "__version",
            "underscore",
            {"given": "__version", "expected": "__version__"},
        ),
    ],
)
def test_slips_are_named_with_their_letters(
    expected: str, answer: str, slip: str, values: dict[str, str] | None
) -> None:
    judged = mark(expected, answer)
    assert judged.verdict is Verdict.SLIP
    assert judged.mistake is not None
    assert judged.mistake.kind == slip
    if values is not None:
        assert judged.mistake.values == values


def test_two_slips_in_a_long_name_are_both_named() -> None:
    mistake = mark("categorical_crossentropy", "catagorical_crossentrophy").mistake
    assert mistake is not None
    assert mistake.kind == "several"
    assert (mistake.values["1"], mistake.values["2"]) == ("vowel", "extra")


@pytest.mark.parametrize(
    ("expected", "answer"),
    [
        ("fit", "bit"),
        ("mse", "cat"),
        ("n_iter", "n_axis"),
        ("relu", "tree"),
        ("Dense", "Sense of"),
        ("StandardScaler", "Scaler"),
        ("categorical_crossentropy", "crossentropy"),
        ("Conv2D", "Conv4D"),
        ("f", "q"),
        ("float32", "float"),
        ("float32", "float16"),
        ("median", "mean"),
    ],
)
def test_another_word_is_wrong_not_a_slip(expected: str, answer: str) -> None:
    assert mark(expected, answer).verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("expected", "answer"),
    [
        ("softmax", "'softmax'"),
        ("softmax", '"softmax"'),
        ("softmax", "`softmax`"),
        ("softmax", "“softmax”"),
        ("softmax", "  softmax\t"),
        ("summary", "summary()"),
        ("model.summary()", "model.summary"),
        ("Dense", "keras.layers.Dense"),
        ("Dense", "tf.keras.layers.Dense"),
        ("keras.layers.Dense", "tf.keras.layers.Dense"),
        ("keras.layers.Dense", "Dense"),
        ("argmax", "np.argmax"),
        ("np.argmax", "numpy.argmax"),
        ("np.argmax", "argmax"),
        ("mse", "loss='mse'"),
        ("categorical_crossentropy", "loss = categorical_crossentropy"),
        ("kernel_size", "kernel_size=3"),
        ("kernel_size", "kernel_size="),
        ("softmax", "soft\u200bmax"),
        ("transform", ".transform()"),
        ("transform", ".transform"),
        ("sigmoid", "sigmoid."),
        ("sigmoid", "'sigmoid'。"),
        ("transform", "scaler.transform(X_test)"),
        ("transform", "X = scaler.transform(X_test)"),
        ("fit_transform", "MinMaxScaler().fit_transform(X_train)"),
        ("argmax", "np.argmax(y, axis=1)"),
        ("to_categorical", "to_categorical(np.array([0, 2]))"),
        ("OneHotEncoder", "OneHotEncoder(sparse_output=False)"),
        ("filters", "Conv2D(filters=32)"),
        ("mse", "model.compile(loss='mse')"),
        ("__version__", "print(sklearn.__version__)"),
        ("softmax", "softmax 함수"),
        ("softmax", "softmax함수입니다"),
        ("softmax", "softmax 활성화 함수"),
        ("softmax", "softmax activation function"),
        ("Dense", "`Dense` 층"),
        ("Dense", "keras.layers.Dense layer"),
        ("StandardScaler", "StandardScaler 클래스"),
        ("transform", "transform() 메서드"),
        ("kernel_size", "kernel_size argument"),
    ],
)
def test_what_stands_around_a_name_is_forgiven(expected: str, answer: str) -> None:
    assert mark(expected, answer).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("expected", "answer"),
    [
        ("Dense", "keras.layers.Danse"),
        ("sklearn.preprocessing", "preprocessing"),
        ("Dense", "keras.layers.Flatten"),
        ("mse", "loss='mae'"),
        ("metrics", "sklearn.metrics"),
        ("sklearn.metrics", "metrics"),
        ("transform", "scaler.fit_transform(X_test)"),
        ("transform", "scaler.fit(X).transform(X)"),
        ("transform", "scaler.transform(X"),
        ("mse", "model.compile(loss='mae')"),
        ("mse", "f(loss='mse', x='mae')"),
        ("softmax", "softmax 아님"),
        ("softmax", "sigmoid 함수"),
        ("softmax", "함수"),
        ("kernel_size", "kernel argument"),
    ],
)
def test_what_stands_around_a_name_excuses_nothing_else(expected: str, answer: str) -> None:
    assert mark(expected, answer).verdict is not Verdict.RIGHT


def test_another_method_in_a_call_is_confused_with_it() -> None:
    judged = mark("transform", "scaler.fit_transform(X_test)")
    assert judged.verdict is Verdict.CONFUSED
    assert judged.mistake is not None
    assert judged.mistake.values == {"name": "fit_transform"}


def test_a_call_that_has_the_name_among_its_arguments_is_not_taken_for_another_name() -> None:
    assert mark("sigmoid", "Dense(1, activation='sigmoid')").verdict is Verdict.WRONG


def test_a_slip_in_a_call_is_the_slip_of_its_name() -> None:
    judged = mark("transform", "scaler.tranform(X_test)")
    assert judged.verdict is Verdict.SLIP
    assert judged.mistake is not None
    assert judged.mistake.values == {"letters": "s"}


def test_an_accepted_alternative_is_right_even_if_it_is_another_real_name() -> None:
    assert mark("mean_squared_error", "mse", "mse").verdict is Verdict.RIGHT


def test_the_nearest_accepted_answer_is_the_one_spoken_of() -> None:
    judged = mark("mean_squared_error", "MeanSquareError", "MeanSquaredError")
    assert (judged.verdict, judged.expected) == (Verdict.SLIP, "MeanSquaredError")


def _slipped(name: str, place: int, how: str) -> str:
    place %= len(name) - 1
    before, here, after, rest = name[:place], name[place], name[place + 1], name[place + 2 :]
    return {
        "swap": before + after + here + rest,
        "drop": before + after + rest,
        "double": before + here + here + after + rest,
        "case": before + here.swapcase() + after + rest,
    }[how]


@given(
    st.sampled_from([name for name in LONG if "." not in name]),
    st.integers(0, 40),
    st.sampled_from(["swap", "drop", "double", "case"]),
)
def test_one_slip_in_a_real_name_is_never_right_and_never_just_wrong(
    name: str, place: int, how: str
) -> None:
    answer = _slipped(name, place, how)
    assume(answer != name)
    assert mark(name, answer).verdict in (Verdict.SLIP, Verdict.CONFUSED)


@given(st.sampled_from(REAL), st.sampled_from(["'", '"', "`"]), st.integers(0, 3))
def test_a_right_name_is_right_in_any_quotes(name: str, quote: str, spaces: int) -> None:
    answer = f"{' ' * spaces}{quote}{name}{quote}{' ' * spaces}"
    assert judge([name], answer, infer(name), NAMES).verdict is Verdict.RIGHT


@given(st.sampled_from(REAL), st.text(max_size=40))
def test_only_the_name_itself_gets_credit(name: str, answer: str) -> None:
    judged = mark(name, answer)
    if judged.verdict is Verdict.RIGHT:
        assert name in (answer + judged.keys)
