"""`quiz shape`: a table to read, JSON for programs, lines of JSON for many programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quiz.cli.screen import width
from tests.cli.conftest import Shell

MODEL = """import keras
from keras import layers

model = keras.Sequential([
    keras.Input(shape=(28, 28, 1)),
    layers.Conv2D(32, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
"""
REFUSED = MODEL.replace("layers.Dense(10", "layers.LSTM(10")
LONG = (
    "import keras\nfrom keras import layers\n"
    "model = keras.Sequential([keras.Input((10, 20, 30, 40, 5)),"
    " layers.TimeDistributed(layers.Conv3D(8, (3, 3, 3), padding='same', activation='relu',"
    " kernel_initializer='he_normal', name='a_long_name_for_a_layer'))])\n"
)


def test_a_program_is_told_as_a_table_with_its_arithmetic(quiz: Shell) -> None:
    done = quiz("shape", "--lang", "en", stdin=MODEL)
    assert done.code == 0
    assert "(None, 28, 28, 1) → (None, 26, 26, 32)" in done.out
    assert "floor((28 - 3) / 1) + 1 = 26" in done.out
    assert "3 × 3 × 1 × 32 + 32 = 320" in done.out
    assert "Shape: (None, 10)" in done.out
    assert "Parameters: 54,410 (54,410 trained, 0 not)" in done.out


def test_a_file_may_be_named(quiz: Shell, tmp_path: Path) -> None:
    file = tmp_path / "모델.py"
    file.write_text(MODEL, "utf-8")
    assert quiz("shape", str(file)).out == quiz("shape", "-", stdin=MODEL).out


def test_a_file_that_is_not_there_is_told(quiz: Shell) -> None:
    done = quiz("shape", "nowhere.py", "--lang", "en")
    assert done.code == 2
    assert "cannot read nowhere.py" in done.err


@pytest.mark.parametrize("shape", ["28,28,1", "(28, 28, 1)", "None,28,28,1"])
def test_lone_layers_need_the_shape_of_one_sample(quiz: Shell, shape: str) -> None:
    done = quiz("shape", "--input", shape, "--lang", "en", stdin="Conv2D(4, 3)\nFlatten()\n")
    assert done.code == 0
    assert "Shape: (None, 2704)" in done.out


def test_an_input_that_is_no_shape_is_told(quiz: Shell) -> None:
    done = quiz("shape", "--input", "28x28", "--lang", "en", stdin="Flatten()")
    assert done.code == 2
    assert "--input 28,28,1" in done.err


def test_what_keras_refuses_is_told_on_stderr_with_line_reason_and_remedy(quiz: Shell) -> None:
    done = quiz("shape", "--lang", "en", stdin=REFUSED)
    assert done.code == 1
    assert "✗ (None, 5408) does not go in" in done.out
    assert "quiz: 9: ValueError: LSTM needs an input of 3 axes" in done.err
    assert "→" in done.err


def test_what_is_not_known_is_told_as_not_known(quiz: Shell) -> None:
    done = quiz("shape", "--lang", "en", stdin="import mystery\nprint(mystery.of(3).shape)\n")
    assert done.code == 1
    assert "quiz: 2: I do not know what mystery.of(3) gives" in done.err


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("code", [MODEL, REFUSED, LONG])
def test_the_table_stays_within_80_columns_in_both_languages(
    quiz: Shell, code: str, language: str
) -> None:
    done = quiz("shape", "--lang", language, stdin=code)
    assert max(width(line) for line in done.out.splitlines()) <= 80


def test_json_holds_the_steps_with_their_arithmetic_in_both_languages(quiz: Shell) -> None:
    report = quiz("shape", "--json", stdin=MODEL).json()
    assert (report["shape"], report["params"], report["error"]) == ([None, 10], 54410, None)
    step = report["steps"][1]
    assert (step["step"], step["line"], step["params"]) == (1, 6, 320)
    assert (step["input"], step["output"]) == ([None, 28, 28, 1], [None, 26, 26, 32])
    assert set(step["arithmetic"][0]) == {"ko", "en"}


def _line(code: str, shape: object = None) -> str:
    return json.dumps({"code": code, "input_shape": shape})


def test_a_line_of_json_is_answered_by_one(quiz: Shell) -> None:
    lines = [_line(MODEL, [None, 28, 28, 1]), _line(REFUSED), _line("Dense(3)", [None, 4])]
    done = quiz("shape", "--jsonl", stdin="\n".join(lines))
    first, second, third = map(json.loads, done.out.splitlines())
    assert done.code == 0
    assert first == {"shape": [None, 10], "params": 54410, "error": None}
    assert (second["shape"], second["params"], second["error"]["step"]) == (None, None, 4)
    assert set(second["error"]["reason"]) == {"ko", "en"}
    assert (third["shape"], third["params"]) == ([None, 3], 15)


def test_bad_lines_get_an_error_and_all_others_their_answer(quiz: Shell) -> None:
    bad = ["{", "7", '{"input_shape": [3]}', _line("x", "28"), _line("x", [1.5])]
    done = quiz("shape", "--jsonl", stdin="\n".join([*bad, "", _line(MODEL)]))
    *wrong, right = map(json.loads, done.out.splitlines())
    assert done.code == 1
    assert len(wrong) == len(bad)
    assert all(line["error"] and line["shape"] is None for line in wrong)
    assert right["shape"] == [None, 10]
    assert "line 1" in done.err


def test_several_input_shapes_are_left_to_the_program(quiz: Shell) -> None:
    done = quiz("shape", "--jsonl", stdin=_line(MODEL, [[None, 3], [None, 4]]))
    assert json.loads(done.out)["shape"] == [None, 10]


def test_nothing_on_stdin_gets_no_answer(quiz: Shell) -> None:
    assert quiz("shape", stdin="").code == 1
    assert quiz("shape", "--jsonl", stdin=None).out == ""
