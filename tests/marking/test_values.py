"""Values: compared by what they are, what is wrong with them named."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.marking.judge import judge
from quiz.marking.mark import Mark, Verdict
from quiz.marking.names_list import RealNames
from quiz.marking.value_tree import parse

NAMES = RealNames()


def mark(expected: str, answer: str) -> Mark:
    return judge([expected], answer, "values", NAMES)


@pytest.mark.parametrize(
    ("expected", "answer"),
    [
        ("(28,28,1)", "( 28, 28, 1 )"),
        ("(28, 28, 1)", "28,28,1"),
        ("(28, 28, 1)", '"(28, 28, 1)"'),
        ("(28, 28, 1)", "input_shape=(28, 28, 1)"),
        ("(None, 28, 28)", "(None,28,28,)"),
        ("[0, 1]", "[0,1]"),
        ("float32", "'float32'"),
        ("float32", "np.float32"),
        ("tf.float32", "numpy.float32"),
        ("float32", "np.dtype('float32')"),
        ("np.bool_", "bool"),
        ("0.001", "1e-3"),
        ("1", "1.0"),
        ("1000", "1_000"),
        ("1600", "1,600"),
        ("320", "320개"),
        ("3", "3 차원"),
        ("0.5", ".50"),
        ("-1", " -1 "),
        ("-1", "−1"),
        ("True", "`True`"),
        ("3.10", "3.10"),
        ("3.10", "Python 3.10"),
        ("python 3.10", "3.10"),
        (">=3.9", ">= 3.9"),
        ("padding='same'", 'padding="same"'),
        ("padding='same'", "padding = ‘same’"),
        ("padding='same', strides=2", "strides=2, padding='same'"),
        ("astype('float32')", "x.astype(np.float32)"),
        ("astype('float32')", ".astype('float32')"),
        ("Conv2D(32, 3, padding='same')", 'layers.Conv2D(32,3,padding="same")'),
        ("{'a': 1, 'b': 2}", "{'b': 2, 'a': 1}"),
        ("x[:, 0]", "x[:,0]"),
        ("25.0", "25.00"),
        ("1.05", "1.050"),
        ("2.0", "2"),
        ("150.5", "150.50"),
        ("(26, 26, 32)", "26x26x32"),
        ("(26, 26, 32)", "26 × 26 × 32"),
        ("(26, 26, 32)", "26 26 32"),
        ("(26, 26, 32)", "(26 26 32)"),
        ("(None, 26, 26)", "None x 26 x 26"),
        ("(25.0, 75.0)", "25 75"),
        ("(-1, 1)", "-1 1"),
        ("[0, 0, 1]", "[0 0 1]"),
        ("[0, 0, 1]", "[0. 0. 1.]"),
        ("clip=True", "MinMaxScaler(clip=True)"),
        ("clip=True", "scaler = MinMaxScaler(clip=True)"),
        ("a=1, b=2", "f(b=2, a=1)"),
        ("0", "df.std(ddof=0)"),
        ("(2, 2)", "MaxPooling2D(pool_size=(2, 2))"),
        ("(-1, 1)", "y.reshape(-1, 1)"),
        ("(-1, 1)", "y = y.reshape((-1, 1))"),
        ("(-1, 1)", "np.reshape(y, (-1, 1))"),
        ("object", "object dtype"),
        ("float32", "float32 타입"),
        ("float32", "float32."),
        ("(3, 3)", "(3, 3)."),
        ("10", "10."),
    ],
)
def test_the_same_value_is_right_however_written(expected: str, answer: str) -> None:
    assert mark(expected, answer).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("expected", "answer", "kind"),
    [
        ("3.10", "3.1", "version"),
        ("3.1", "3.10", "version"),
        ("3.11.4", "3.11.5", "version"),
        ("3.11", "3.11.0", "version"),
        ("0.5", "0.25", "number differs"),
        ("1.5", "1.50", "version"),
        ("1.50", "1.5", "version"),
        ("3.10", "3.11", "number differs"),
        ("3.10", "Python 3.11", "number differs"),
        ("axis=0", "axis=1", "argument"),
        ("(26, 26, 32)", "26x32x26", "items swapped"),
        ("(26, 26, 32)", "26 26", "item missing"),
        ("(26, 26, 32)", "28×26×32", "item"),
        ("[0, 0, 1]", "[0 1 0]", "items swapped"),
        ("axis=0", "axis=-1", "argument"),
        ("(28, 28, 1)", "(28, 1, 28)", "items swapped"),
        ("(1, 2, 3)", "(2, 3, 1)", "items in another order"),
        ("(3, 3)", "(3, 5)", "item"),
        ("(3, 3)", "(2, 2)", "items"),
        ("(None, 28, 28)", "(28, 28)", "batch missing"),
        ("(28, 28)", "(None, 28, 28)", "batch extra"),
        ("(28, 28, 1)", "(28, 28)", "item missing"),
        ("(28, 28)", "(28, 28, 1)", "item extra"),
        ("(28, 28)", "(1, 2, 3, 4)", "rank"),
        ("(28, 28)", "()", "rank"),
        ("-1", "1", "sign"),
        ("32", "64", "number differs"),
        ("1600", "1,60", "value"),
        ("(1, 600)", "1600", "value"),
        ("float32", "float16", "dtype"),
        ("True", "False", "value"),
        ("28*28", "784", "value"),
        ("kernel_size=3", "kernel_size=5", "argument"),
        ("strides=2", "strides='2'", "argument"),
        ("5", ".5", "number differs"),
        ("a=1, b=2", "a=1", "keyword missing"),
        ("a=1", "a=1, b=2", "keyword extra"),
        ("a=1, b=2", "a=2, b=3", "arguments"),
        ("kernel_size=3", "window=3", "keyword"),
        ("astype('float32')", "asytpe('float16')", "value"),
        ("clip=True", "MinMaxScaler(clip=False)", "argument"),
        ("clip=True", "MinMaxScaler((0, 1), clip=True)", "item extra"),
        ("clip=True", "MinMaxScaler(feature_range=(0, 1), clip=True)", "keyword extra"),
        ("0", "df.std(ddof=1)", "number differs"),
        ("1", "abs(1)", "value"),
        ("(5, 1)", "y.reshape(1, 5)", "items swapped"),
        ("(5, 1)", "f(5, 1)", "value"),
        ("(25.0, 75.0)", "(75, 25)", "items swapped"),
        ("(1.0, 2.0, 3.0)", "(2, 3, 1)", "items in another order"),
    ],
)
def test_another_value_is_wrong_and_the_difference_is_named(
    expected: str, answer: str, kind: str
) -> None:
    judged = mark(expected, answer)
    assert judged.verdict is Verdict.WRONG
    assert judged.mistake is not None
    assert judged.mistake.kind == kind


@pytest.mark.parametrize(
    ("expected", "answer", "kind"),
    [
        ("kernel_size=3", "kernal_size=3", "vowel"),
        ("padding='same'", "paddin='same'", "dropped"),
        ("padding='same'", "padding=same", "quotes missing"),
        ("True", "true", "case of constant"),
        ("None", "none", "case of constant"),
        ("shuffle=True", "shuffle=true", "case of constant"),
        ("(3, 3)", "[3, 3]", "brackets"),
        ("(5,)", "(5)", "comma"),
        ("uint8", "unit8", "swapped"),
        ("float32", "ploat32", "p/f"),
        ("astype('float32')", "asytpe('float32')", "swapped"),
    ],
)
def test_a_value_known_but_miswritten_is_a_slip(expected: str, answer: str, kind: str) -> None:
    judged = mark(expected, answer)
    assert judged.mistake is not None
    assert judged.mistake.kind == kind
    assert judged.verdict is Verdict.SLIP


@pytest.mark.parametrize(
    ("expected", "answer", "name"),
    [
        ("float32", "float64", "float64"),
        ("float32", "np.float64", "float64"),
        ("astype('float32')", "astype('float64')", "float64"),
        ("float32", "relu", "relu"),
        ("padding='same'", "padding='valid'", "valid"),
        ("kernel_size=3", "strides=3", "strides"),
        ("max_resources=9", "min_resources=9", "min_resources"),
        ("activation='relu'", "activation='elu'", "elu"),
        ("metrics=['mse']", "metrics=['mae']", "mae"),
        ("Conv2D(3, 3)", "Conv1D(3, 3)", "Conv1D"),
        ("MaxPooling2D(2)", "AveragePooling2D(2)", "AveragePooling2D"),
        ("sparse=False", "sparse_output=False", "sparse_output"),
        ("sparse_output=False", "sparse=False", "sparse"),
        ("with_mean=False", "with_std=False", "with_std"),
        ("padding='same', strides=2", "padding='same', groups=2", "groups"),
        ("handle_unknown='ignore'", "handle_unknown='error'", "error"),
        ("sparse=False", "OneHotEncoder(sparse_output=False)", "sparse_output"),
    ],
)
def test_another_real_name_as_a_value_is_confused(expected: str, answer: str, name: str) -> None:
    judged = mark(expected, answer)
    assert judged.verdict is Verdict.CONFUSED
    assert judged.note.en.startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("expected", "answer"),
    [
        ("1.2", "1.2부터"),
        ("1.2", "1.2 버전"),
        ("1.2", "sklearn 1.2"),
        ("1.2", "scikit-learn 1.2부터입니다."),
        ("0", "모두 0"),
        ("0", "0 parameters"),
        ("0", "0이 된다"),
        ("1", "항상 1"),
        ("1", "항상 1이에요"),
        ("320", "320 params"),
        ("1600", "1,600 units"),
        ("5", "5칸"),
        ("5", "답은 5"),
        ("-1", "값은 -1"),
        ("0.001", "학습률 1e-3"),
        ("1.2", "sklearn 1.2!"),
    ],
)
def test_words_around_a_number_that_change_nothing_are_forgiven(expected: str, answer: str) -> None:
    assert mark(expected, answer).verdict is Verdict.RIGHT


_CHANGING = """
    아닌:0 이하:0 이상:1 미만:1 초과:1 약:10 거의:1 만:10 천:3 백만:1 분의:2 마이너스:1 이전:1.2
    까지:1.2 쯤:10 정도:10 보다:1 없음:0 제외:0 다음:1.2 영점:5 not:0 about:10 below:1 over:1
    before:1.2 except:0 thousand:10 two:1 or:0 minus:1 log:2 x:2 million:3 isn't:0 never:1
    least:1 percent:10
"""


@pytest.mark.parametrize("case", _CHANGING.split())
@pytest.mark.parametrize("form", ["{word} {number}", "{number} {word}", "{number}, {word}"])
def test_words_that_make_another_number_of_it_are_not_forgiven(case: str, form: str) -> None:
    word, number = case.split(":")
    assert mark(number, form.format(word=word, number=number)).verdict is not Verdict.RIGHT


@pytest.mark.parametrize(
    "answer",
    ["10k", "10D", "x10", "10x", "1 10", "10개 중 1", "-10", "- 10", "10%", ">10", "~10", "10 20",
     "약10", "0이 아닌 10", "10 of 10", "10/2", "10은 아니다", "10 + x"],
)  # fmt: skip
def test_another_sign_or_number_beside_it_is_not_forgiven(answer: str) -> None:
    assert mark("10", answer).verdict is not Verdict.RIGHT


def test_a_wrong_number_among_words_is_said_without_them() -> None:
    mistake = mark("1.2", "sklearn 1.4부터").mistake
    assert mistake is not None
    assert mistake.values == {"given": "1.4", "expected": "1.2"}


@pytest.mark.parametrize("answer", ["없음", "열", "열 개"])
def test_a_number_in_words_is_asked_for_in_digits(answer: str) -> None:
    mistake = mark("10", answer).mistake
    assert mistake is not None
    assert mistake.kind == "in digits"


def test_a_constant_in_hangul_is_asked_for_in_latin_letters() -> None:
    mistake = mark("None", "없음").mistake
    assert mistake is not None
    assert mistake.kind == "in hangul"


@pytest.mark.parametrize("answer", ["10만", "십", "10,", "1,0"])
def test_a_numeral_is_no_counter(answer: str) -> None:
    assert mark("10", answer).verdict is Verdict.WRONG


def test_a_misspelled_name_inside_a_wrong_argument_earns_nothing() -> None:
    assert mark("kernel_size=3", "kernal_size=5").verdict is Verdict.WRONG


def test_a_swap_says_which_places() -> None:
    mistake = mark("(28, 28, 1)", "(28, 1, 28)").mistake
    assert mistake is not None
    assert (mistake.values["first"], mistake.values["second"]) == ("2", "3")


def test_nothing_that_is_typed_is_run() -> None:
    assert parse("__import__('os').system('false')") is not None
    assert mark("4", "2 + 2").verdict is Verdict.WRONG


@pytest.mark.parametrize(
    "answer",
    ["(" * 900, "-" * 900 + "1", "(" * 300 + ")" * 300, "9" * 900, "a)(b", "[1,", "'",
     "1e999", "*", "**{}", "f(a=1, a=2)", "1if 1else 2", "'\\d'", "lambda: 0", "x := 1"],
)  # fmt: skip
def test_input_that_is_no_value_is_just_wrong(answer: str) -> None:
    assert mark("(28, 28)", answer).verdict is Verdict.WRONG


_SCALARS = st.one_of(
    st.integers(-(10**6), 10**6),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.none(),
    st.text("abcxyz _-", max_size=6),
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple),
    max_leaves=8,
)


@given(_VALUES)
def test_a_value_is_the_same_with_any_spaces_and_quotes(value: object) -> None:
    text = repr(value)
    answer = f" {text} " if isinstance(value, str) else text.replace(", ", " ,  ")
    assert mark(text, answer).verdict is Verdict.RIGHT
    assert mark(text, text.replace("'", '"')).verdict is Verdict.RIGHT


@given(st.lists(st.integers(0, 300), max_size=5), st.lists(st.integers(0, 300), max_size=5))
def test_two_shapes_are_equal_exactly_if_python_says_so(one: list[int], other: list[int]) -> None:
    right = mark(repr(tuple(one)), repr(tuple(other))).verdict is Verdict.RIGHT
    assert right == (one == other)


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_two_versions_are_equal_only_digit_for_digit(a: int, b: int, c: int, d: int) -> None:
    assume(a > 0 and c > 0)
    right = mark(f"{a}.{b}", f"{c}.{d}").verdict is Verdict.RIGHT
    assert right == ((a, b) == (c, d))


@given(st.permutations([("padding", "'same'"), ("strides", "2"), ("use_bias", "False")]))
def test_keyword_arguments_come_in_any_order(pairs: list[tuple[str, str]]) -> None:
    answer = ", ".join(f"{name}={value}" for name, value in pairs)
    judged = mark("padding='same', strides=2, use_bias=False", answer)
    assert judged.verdict is Verdict.RIGHT


@given(st.sampled_from(["(28, 28, 1)", "float32", "3.10", "axis=0"]), st.text(max_size=60))
def test_any_text_can_be_judged_as_a_value(expected: str, answer: str) -> None:
    assert mark(expected, answer).verdict in Verdict
