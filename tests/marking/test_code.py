"""Code is judged by what it does; what differs is said as what it is, at its place."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.marking.code.judge import mark_code
from quiz.marking.mark import Mark, Verdict
from quiz.marking.mistakes import sentence
from quiz.marking.names_list import RealNames

NAMES = RealNames()
COMPILE = """\
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])"""
CONV = """\
from keras import layers
x = layers.Conv2D(32, (3, 3), padding="same")"""
SCALE = """\
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)"""
MODEL = """\
model = keras.Sequential([
    keras.Input(shape=(4,)),
    layers.Dense(3, activation="softmax"),
])"""
HALVING = """\
from sklearn.experimental import enable_halving_search_cv
from sklearn.model_selection import HalvingRandomSearchCV"""
SPLIT = """\
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, stratify=y)"""
REAL = (COMPILE, CONV, SCALE, SPLIT)


def mark(right: str, answer: str, free: tuple[str, ...] = ()) -> Mark:
    return mark_code(right, answer, NAMES, free)


def said(right: str, answer: str, free: tuple[str, ...] = ()) -> str:
    mistake = mark(right, answer, free).mistake
    return sentence(mistake).en if mistake else ""


@pytest.mark.parametrize(
    ("right", "answer"),
    [
        (COMPILE, "model.compile('adam', 'categorical_crossentropy', metrics=['accuracy'],)"),
        (COMPILE, "model.compile(\n  metrics=['acc'], loss='categorical_crossentropy',\n"
                  "  optimizer='adam')"),
        (CONV, "from tensorflow.keras.layers import Conv2D\nx = Conv2D(filters=32, "
               "kernel_size=3, strides=1, padding='same')"),
        (CONV, "import tensorflow as tf\nx = tf.keras.layers.Conv2D(32, 3, 1, 'same')"),
        (SPLIT, SPLIT.replace("test_size=0.2, stratify=y", "stratify=y, test_size=.2")),
        ("x = x.astype('float32') / 255", "x = x.astype(np.float32)/255.  # 0–1로"),
        ("model.add(layers.MaxPool2D())", "model.add(layers.MaxPooling2D(pool_size=(2, 2)))"),
        ("a = f(x)\nb = g(y)", "b = g(y)\na = f(x)"),
        ("d = {'C': [1], 'gamma': [2]}", ">>> d = {'gamma': [2], 'C': [1]}"),
        ("x = x.reshape(-1, 28, 28, 1)", "x = np.reshape(x, (-1, 28, 28, 1))"),
        ("x = x.reshape(-1, 28, 28, 1)", "x = x.reshape([-1, 28, 28, 1])"),
        ("y = y[:, None]", "y = y[:, np.newaxis]"),
        ("x = x.astype('float64')", "x = x.astype(float)"),
        ("p = np.argmax(p, axis=1)", "p = p.argmax(1)"),
        ("w = [s[i:i + 5] for i in range(9)]", "w = [s[k:5 + k] for k in range(9)]"),
        ("model.fit(X, y, epochs=3)", "history = model.fit(x=X, y=y, epochs=3, verbose=0)"),
        ("from sklearn.svm import SVC", "from sklearn.svm import SVC, SVR"),
        (MODEL, "model = Sequential()\nmodel.add(Input(shape=(4,)))\n"
                "model.add(Dense(3, activation='softmax'))"),
        (MODEL, "model = Sequential([Dense(3, activation='softmax', input_shape=(4,))])"),
    ],
)  # fmt: skip
def test_what_does_the_same_is_right(right: str, answer: str) -> None:
    assert mark(right, answer).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("right", "answer", "verdict", "words"),
    [
        (COMPILE, COMPILE.replace("categorical_crossentropy", "mse"), Verdict.CONFUSED,
         'The argument loss: "mse" instead of "categorical_crossentropy"'),
        (CONV, CONV.replace(', padding="same"', ""), Verdict.WRONG, 'padding="same" is missing'),
        (CONV, CONV.replace("(3, 3)", "kernal_size=3"), Verdict.SLIP,
         "An argument is misspelled: kernal_size for kernel_size"),
        (SCALE, SCALE.replace("StandardScaler", "StandardScalar"), Verdict.SLIP,
         "‘-ar’ for ‘-er’ at the end"),
        (SCALE, SCALE.replace("StandardScaler", "MinMaxScaler"), Verdict.CONFUSED,
         "MinMaxScaler is another real name; here it is StandardScaler"),
        (SCALE, SCALE.replace("scaler.transform", "scaler.fit_transform"), Verdict.WRONG,
         "fit_transform on the test set leaks: there it is transform"),
        (SCALE, "\n".join(SCALE.splitlines()[:2]), Verdict.WRONG,
         "A line is missing: X_test = scaler.transform(X_test)"),
        (SCALE, "\n".join([*SCALE.splitlines(), "model.fit(X_train)"]), Verdict.WRONG,
         "A line too many: model.fit(X_train)"),
        (SCALE, "\n".join(SCALE.splitlines()[i] for i in (0, 2, 1)), Verdict.WRONG,
         "The lines are right, their order is not: X_test = scaler.transform(X_test) "
         "comes at another place"),
        (CONV, CONV.splitlines()[1], Verdict.WRONG, "The import of keras.layers is missing"),
        (SCALE, SCALE.replace("(X_test)", "(X_train)"), Verdict.WRONG,
         "X_train is another variable; here it is X_test"),
        (MODEL, MODEL.replace("    keras.Input(shape=(4,)),\n", ""), Verdict.WRONG,
         "keras.Input(shape=(4,)) is missing"),
        (HALVING, HALVING.splitlines()[1], Verdict.WRONG,
         "The import of sklearn.experimental.enable_halving_search_cv is missing"),
        (HALVING, "\n".join(HALVING.splitlines()[::-1]), Verdict.WRONG,
         "sklearn.experimental.enable_halving_search_cv must be imported before what it makes "
         "importable"),
        (HALVING, HALVING.replace("search_cv", "serach_cv"), Verdict.SLIP,
         "Letters swapped: ‘ra’ for ‘ar’"),
        (COMPILE, COMPILE[:-1], Verdict.SLIP, "Line 1: ‘(’ is never closed"),
        (COMPILE, COMPILE.replace('",', '"', 1), Verdict.SLIP,
         "Line 1: a comma seems to be missing"),
    ],
)  # fmt: skip
def test_a_difference_is_said_as_what_it_is(
    right: str, answer: str, verdict: Verdict, words: str
) -> None:
    assert (mark(right, answer).verdict, said(right, answer)) == (verdict, words)


def test_a_free_variable_may_have_any_name_but_only_one() -> None:
    renamed = SCALE.replace("scaler", "sc")
    assert mark(SCALE, renamed, ("scaler",)).verdict is Verdict.RIGHT
    twice = renamed.replace("sc.transform", "scaler.transform")
    assert said(SCALE, twice, ("scaler",)) == "scaler is another variable; here it is sc"
    assert mark(SCALE, renamed).verdict is Verdict.WRONG


@pytest.mark.parametrize("answer", ["(", "모르겠어요 (", "print('"])
def test_what_is_no_attempt_gets_no_second_try(answer: str) -> None:
    assert mark(COMPILE, answer).verdict is Verdict.WRONG


@pytest.mark.parametrize("right", REAL)
def test_a_whole_number_where_a_flag_is_wanted_is_not_the_same(right: str) -> None:
    changed = right.replace("0.2", "True").replace("32", "True").replace('"adam"', "None")
    if changed != right:
        assert mark(right, changed).verdict is Verdict.WRONG


@given(st.sampled_from(REAL), st.data())
@settings(max_examples=150)
def test_spacing_quotes_and_line_breaks_never_matter(right: str, data: st.DataObject) -> None:
    written = ast.unparse(ast.parse(right))
    places = [place for place, char in enumerate(written) if char in "(,"]
    for place in sorted(data.draw(st.sets(st.sampled_from(places))), reverse=True):
        space = data.draw(st.sampled_from([" ", "\n    ", "  "]))
        inside = written[:place].count("(") > written[:place].count(")") or written[place] == "("
        written = written[: place + 1] + (space if inside else " ") + written[place + 1 :]
    assert mark(right, written).verdict is Verdict.RIGHT


@given(st.sampled_from(REAL), st.data())
@settings(max_examples=200)
def test_the_pieces_shown_are_the_answer_as_it_was_typed(right: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(right) - 1))
    put = data.draw(st.sampled_from(["", "x", "(", "'", "가", "\n", "0"]))
    answer = right[:at] + put + right[at + data.draw(st.integers(0, 3)) :]
    judged = mark(right, answer)
    if judged.diff:
        assert "".join(piece.given for piece in judged.diff) == judged.given


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_any_text_gets_a_verdict(answer: str) -> None:
    assert mark(SCALE, answer).verdict in Verdict
