"""The official spellings and the misspellings that libraries refuse, judged one by one."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from quiz.marking.infer import infer
from quiz.marking.judge import judge
from quiz.marking.mark import Verdict
from quiz.marking.names_list import RealNames

_DATA = Path(__file__).parents[1] / "data" / "names.json"
_SHARED = Path(__file__).parents[3] / "shared" / "facts" / "names.json"
NAMES = RealNames()
REAL = sorted(set(NAMES))

# Names of their own, though the list calls them misspellings of another.
_OTHERS = {("r2", "l2"), ("bayes_opt", "bayesian_optimization")}
# Half of the name is another one: forgotten, not misspelled.
_TOO_FAR = {("ReduceLROnPlateau", "ReduceLearningRate")}


@cache
def misspellings() -> list[tuple[str, str, str]]:
    listed = json.loads(_DATA.read_text(encoding="utf-8"))["names"]
    return [(one["name"], m["text"], m["type"]) for one in listed for m in one["misspellings"]]


def slips() -> list[tuple[str, str, str]]:
    return [
        (name, text, why)
        for name, text, why in misspellings()
        if not why.startswith("real name") and (name, text) not in _OTHERS | _TOO_FAR
    ]


@pytest.mark.parametrize("how", ["names", "inferred"])
def test_every_misspelling_a_library_refuses_is_a_slip_with_a_name(how: str) -> None:
    for name, text, _ in slips():
        judged = judge([name], text, infer(name) if how == "inferred" else "names", NAMES)
        assert (judged.verdict, bool(judged.mistake)) == (Verdict.SLIP, True), (name, text)


_KINDS = {
    "letters swapped": {"swapped"},
    "letter dropped": {"dropped", "singular", "undoubled"},
    "letter doubled": {"doubled"},
    "double letter dropped": {"undoubled"},
    "wrong case": {"case"},
    "underscore": {"underscore", "several"},
    "sound-alike r/l": {"r/l"},
    "sound-alike b/v": {"b/v"},
    "sound-alike p/f": {"p/f"},
    "sound-alike z/j": {"z/j"},
}


def test_the_slip_is_named_as_the_list_names_it() -> None:
    for name, text, why in slips():
        if why in _KINDS:
            mistake = judge([name], text, "names", NAMES).mistake
            assert mistake is not None
            assert mistake.kind in _KINDS[why], (name, text)


def test_a_real_name_that_does_not_belong_here_is_confused() -> None:
    for name, text, why in misspellings():
        if why.startswith("real name"):
            assert judge([name], text, "names", NAMES).verdict is Verdict.CONFUSED, (name, text)


def test_the_two_listed_misspellings_that_are_other_names_are_confused() -> None:
    for name, text in _OTHERS:
        assert judge([name], text, "names", NAMES).verdict is Verdict.CONFUSED


def test_half_another_name_is_wrong() -> None:
    for name, text in _TOO_FAR:
        assert judge([name], text, "names", NAMES).verdict is Verdict.WRONG


def test_every_other_real_name_is_confused_however_near() -> None:
    for place, name in enumerate(REAL):
        how = infer(name)
        for other in {*NAMES.near(name), *REAL[place % 200 :: 200]} - {name}:
            assert judge([name], other, how, NAMES).verdict is Verdict.CONFUSED, (name, other)


def test_the_bundled_list_holds_every_official_spelling() -> None:
    for path in filter(Path.exists, (_DATA, _SHARED)):
        listed = json.loads(path.read_text(encoding="utf-8"))["names"]
        known = {(n["name"], n["category"], n["library"]) for n in listed}
        others = {
            m["text"]
            for n in listed
            for m in n["misspellings"]
            if m["type"].startswith("real name") and m["text"] not in {n["name"] for n in listed}
        }
        assert set(NAMES.rows()) >= known | {(text, "elsewhere", "") for text in others}


def test_no_name_stands_twice_in_the_same_category() -> None:
    rows = NAMES.rows()
    assert len(set(rows)) == len(rows)


@pytest.mark.parametrize(
    ("expected", "answer"),
    [
        ("relu", "relu6"),
        ("sigmoid", "hard_sigmoid"),
        ("tanh", "hard_tanh"),
        ("glorot_uniform", "glorot_normal"),
        ("glorot_uniform", "he_uniform"),
        ("he_normal", "lecun_normal"),
        ("get_dummies", "from_dummies"),
        ("toarray", "to_numpy"),
        ("to_categorical", "one_hot"),
        ("bool", "boolean"),
        ("uint8", "int8"),
        ("categorical_crossentropy", "categorical_hinge"),
        ("Conv2D", "Conv2DTranspose"),
        ("MaxPooling2D", "MaxPooling3D"),
        ("feature_range", "quantile_range"),
        ("Flatten", "ravel"),
        ("isnull", "notnull"),
    ],
)
def test_a_real_name_that_a_learner_may_take_for_another_is_confused(
    expected: str, answer: str
) -> None:
    judged = judge([expected], answer, infer(expected), NAMES)
    assert judged.verdict is Verdict.CONFUSED
    assert judged.note.en.startswith(f"{answer}: ")


def test_every_real_name_says_what_it_is_for_in_both_languages() -> None:
    for name in REAL:
        purpose = NAMES.get(name)
        assert purpose is not None
        assert purpose.ko
        assert purpose.en
        assert "{" not in purpose.ko + purpose.en


def test_a_name_is_found_whatever_its_case_and_separators() -> None:
    assert NAMES.near("standard-scaler")[0] == "StandardScaler"
    assert set(NAMES.near("ADAM")) >= {"adam", "Adam"}
    assert NAMES.near("no such thing") == ()
