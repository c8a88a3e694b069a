"""Whatever stands around an error, it is the same error; the last one counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.clinic.explain import explain
from quiz.clinic.trace import read
from tests.clinic.material import ERRORS, Real

FRAMES = """\
Traceback (most recent call last):
  File "/home/me/train.py", line 12, in <module>
    model.fit(X, y, epochs=5)
  File "/usr/lib/python3/keras/src/utils/traceback_utils.py", line 122, in error_handler
    raise e.with_traceback(filtered_tb) from None
"""
TENSORFLOW = """\
2026-11-22 21:00:01.123456: I tensorflow/core/util/port.cc:153] oneDNN custom operations are on.
I0000 00:00:1763841601.1 12345 gpu_device.cc:2020] Could not find cuda drivers on your machine.
WARNING:tensorflow:5 out of the last 5 calls to <function f> triggered tf.function retracing.
/usr/lib/python3/keras/src/layers/core/dense.py:92: UserWarning: Do not pass an `input_shape`
"""
PROGRESS = "Epoch 1/5\n\r 1/10 [==>......] - ETA: 3s - loss: 0.31\r 9/10 [=====>.] - loss: 0.2\n"
PLAIN = [
    item
    for item in ERRORS
    if item.kind == "error" and item.type.isidentifier() and "File " not in item.message
]


def coloured(text: str) -> str:
    return "".join(f"\x1b[1;31m{line}\x1b[0m\n" for line in text.splitlines())


def pytest_like(text: str) -> str:
    return "".join(f"E       {line}\n" for line in text.splitlines())


def jupyter(item: Real) -> str:
    return (
        f"\x1b[0;31m{'-' * 75}\x1b[0m\n\x1b[0;31m{item.type}\x1b[0m"
        "                                Traceback (most recent call last)\n"
        "Cell \x1b[0;32mIn[5], line 3\x1b[0m\n      1 X = 1\n"
        "\x1b[0;32m----> 3\x1b[0m model.fit(X)\n\n"
        f"\x1b[0;31m{item.type}\x1b[0m: {item.message}"
    )


@pytest.mark.parametrize("item", PLAIN, ids=lambda item: item.id)
def test_noise_around_an_error_changes_nothing(item: Real) -> None:
    bare = f"{item.type}: {item.message}"
    known = explain(bare)
    assert known is not None
    for shown in (
        FRAMES + bare,
        TENSORFLOW + PROGRESS + FRAMES + bare + "\n",
        coloured(FRAMES + bare),
        pytest_like(FRAMES + bare),
        jupyter(item),
        FRAMES + bare + "\n\nProcess finished with exit code 1\n",
        FRAMES.replace("\n", "\r\n") + bare.replace("\n", "\r\n"),
    ):
        found = explain(shown)
        assert found is not None
        assert (found.family, found.cause) == (known.family, known.cause)


SHAPE = "ValueError: cannot reshape array of size 10 into shape (3)"
KEY = "KeyError: 'price'"


def test_of_a_chain_the_last_error_counts_and_the_first_is_told() -> None:
    found = explain(
        f"{FRAMES}{KEY}\n\nDuring handling of the above exception, another exception occurred:\n\n"
        f"{FRAMES}{SHAPE}\n"
    )
    assert found is not None
    assert found.family == "reshape-total"
    assert found.line == SHAPE
    assert found.context == KEY


def test_an_unknown_wrapper_is_explained_by_the_error_it_came_from() -> None:
    found = explain(
        f"{FRAMES}{SHAPE}\n\nThe above exception was the direct cause of the following exception:\n"
        f"\n{FRAMES}mylibrary.errors.TrainingError: it did not work\n"
    )
    assert found is not None
    assert found.line == SHAPE


def test_of_two_runs_only_the_last_is_looked_at() -> None:
    assert explain(f"{FRAMES}{SHAPE}\n\n$ python again.py\n{FRAMES}RuntimeError: my own\n") is None


def test_an_error_counts_before_the_warnings_above_it() -> None:
    found = explain(f"a.py:3: FutureWarning: x is deprecated\n  x()\n{FRAMES}{SHAPE}")
    assert found is not None
    assert found.family == "reshape-total"


def test_a_message_over_several_lines_is_one() -> None:
    found = explain(
        FRAMES + "ValueError: Exception encountered when calling Sequential.call().\n\n"
        "Input 0 with name 'None' of layer 'dense' is incompatible with the layer: expected axis "
        "-1 of input shape to have value 5, but received input with shape (20, 4)\n\n"
        "Arguments received by Sequential.call():\n  • inputs=tf.Tensor(shape=(20, 4))\n"
    )
    assert found is not None
    assert found.family == "keras-last-axis"
    assert "5 ≠ 4" in found.cause.en


def test_the_body_of_an_answer_is_read_however_it_is_printed() -> None:
    bodies = (
        '{"detail":[{"type":"missing","loc":["query","q"],"msg":"Field required","input":null}]}',
        "{'detail': [{'type': 'missing', 'loc': ['query', 'q'], 'msg': 'Field required'}]}",
        'HTTP/1.1 422 Unprocessable Entity\ncontent-type: application/json\n\n{\n  "detail": [\n'
        '    {"type": "missing", "loc": ["query", "q"], "msg": "Field required"}\n  ]\n}',
    )
    for body in bodies:
        found = explain(body)
        assert found is not None
        assert found.family == "http-422-missing"
        assert "?q=" in found.fix.ko


@given(st.text(), st.text())
def test_every_line_of_a_text_is_kept_as_an_error_or_as_the_rest(before: str, after: str) -> None:
    shown = read(f"{before}\n{SHAPE}\n{after}")
    assert any("cannot reshape" in line for line in shown.rest.lines)
