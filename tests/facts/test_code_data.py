"""Code that reads, cleans and splits data, run on small tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder

from tests.facts.proof import Fact, proves
from tests.facts.written import Names, programs, ran

X = np.arange(200).reshape(100, 2)
RARE = np.array([0] * 90 + [1] * 10)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@proves("code-read-csv")
def test_the_first_column_is_the_index(fact: Fact, folder: Path) -> None:
    (folder / "train.csv").write_text("id,age\n7,30\n9,40\n")
    for names in ran(fact, {}):
        assert [*names["df"]] == ["age"]
        assert names["df"].index.tolist() == [7, 9]


@proves("code-xy")
def test_the_answer_is_not_in_x(fact: Fact) -> None:
    df = pd.DataFrame({"hour": [1, 2], "count": [30, 40], "temp": [5, 6]})
    for names in ran(fact, {"df": df}):
        assert [*names["X"]] == ["hour", "temp"]
        assert names["y"].tolist() == [30, 40]


@proves("code-load-xy")
def test_wine_as_x_and_y(fact: Fact) -> None:
    wine = load_wine()
    for names in ran(fact, {}):
        assert (names["X"] == wine.data).all() and (names["y"] == wine.target).all()


HOLES = pd.DataFrame({"age": [20.0, np.nan, 40.0, np.nan], "job": ["a", "b", None, "d"]})


@proves("code-missing-count")
def test_missing_values_a_column(fact: Fact) -> None:
    for code in programs(fact):
        assert eval(code, {"df": HOLES}).to_dict() == {"age": 2, "job": 1}


@proves("code-fill-mean")
def test_only_holes_are_filled(fact: Fact) -> None:
    for names in ran(fact, {"df": HOLES}):
        assert names["df"]["age"].tolist() == [20, 30, 40, 30]
        assert names["df"]["job"].isna().sum() == 1


@proves("code-datetime-hour")
def test_the_hour_of_a_text(fact: Fact) -> None:
    texts = pd.DataFrame({"datetime": ["2011-01-20 13:00:00", "2011-01-21 05:30:00"]})
    for names in ran(fact, {"df": texts}):
        assert names["df"]["hour"].tolist() == [13, 5]
        assert pd.api.types.is_datetime64_any_dtype(names["df"]["datetime"])
    with pytest.raises(AttributeError):
        texts["datetime"].dt  # noqa: B018


@proves("code-label-encoder")
def test_numbers_in_alphabetical_order(fact: Fact) -> None:
    labels = {"y_train": np.array(["cat", "ant", "dog"]), "y_test": np.array(["dog", "cat"])}
    for names in ran(fact, {"LabelEncoder": LabelEncoder, **labels}):
        assert names["y_train"].tolist() == [1, 0, 2]
        assert names["y_test"].tolist() == [2, 1]


def parted(fact: Fact) -> list[Names]:
    """Return the names that each right code leaves of 100 rows, 10 of them of class 1."""
    return list(ran(fact, {"train_test_split": train_test_split, "X": X, "y": RARE}))


def rows(x: Any) -> list[int]:
    """Return which rows of X `x` holds."""
    return [int(row) // 2 for row in x[:, 0]]


def fits(names: Names, part: str) -> None:
    """Assert that X and y of a part are of the same rows."""
    assert (RARE[rows(names[f"X_{part}"])] == names[f"y_{part}"]).all()


@proves("code-split")
def test_a_fifth_drawn_by_the_seed(fact: Fact) -> None:
    (wanted,) = train_test_split(np.arange(100), test_size=0.2, random_state=42)[1:]
    for names in parted(fact):
        assert rows(names["X_test"]) == wanted.tolist()
        assert len(names["X_train"]) == 80
        fits(names, "train")
        fits(names, "test")


@proves("code-split-import")
def test_what_is_imported_splits(fact: Fact) -> None:
    for names in ran(fact, {}):
        (split,) = (
            one for one in names.values() if getattr(one, "__module__", "").startswith("sklearn")
        )
        assert [len(part) for part in split(X, test_size=0.3)] == [70, 30]


@proves("code-split-stratify")
def test_both_parts_have_a_tenth_of_class_one(fact: Fact) -> None:
    for names in parted(fact):
        assert [names["y_train"].sum(), names["y_test"].sum()] == [8, 2]
        drawn = train_test_split(np.arange(100), test_size=0.2, random_state=42, stratify=RARE)
        assert rows(names["X_test"]) == drawn[1].tolist()
        fits(names, "test")


@proves("code-split-in-order")
def test_the_end_is_for_testing(fact: Fact) -> None:
    for names in parted(fact):
        assert rows(names["X_train"]) == [*range(80)]
        assert rows(names["X_test"]) == [*range(80, 100)]


@proves("code-split-three")
def test_three_parts_share_no_row(fact: Fact) -> None:
    for names in parted(fact):
        parts = [rows(names[f"X_{part}"]) for part in ("train", "val", "test")]
        assert [len(part) for part in parts] == [60, 20, 20]
        assert sorted(row for part in parts for row in part) == [*range(100)]
        rest, test = train_test_split(np.arange(100), test_size=20, random_state=42)
        val = train_test_split(rest, test_size=20, random_state=42)[1]
        assert parts[1:] == [val.tolist(), test.tolist()]
        fits(names, "val")


@proves("code-scale-255")
def test_pictures_become_float32_up_to_one(fact: Fact) -> None:
    picture = np.array([[0, 51, 255]], dtype="uint8")
    for names in ran(fact, {"X_train": picture, "X_test": picture}):
        for name in ("X_train", "X_test"):
            assert names[name].dtype == np.float32
            assert names[name][0].tolist() == pytest.approx([0, 0.2, 1])
    assert (picture / 255).dtype == np.float64
    with pytest.raises(TypeError, match="divide"):
        picture /= 255


@proves("code-submission")
def test_a_file_without_the_index(fact: Fact, folder: Path) -> None:
    submission = pd.DataFrame({"datetime": ["mon", "tue"], "count": [0, 0]})
    for _ in ran(fact, {"submission": submission, "pred": np.array([4, 5])}):
        assert (folder / "submission.csv").read_text() == "datetime,count\nmon,4\ntue,5\n"
        (folder / "submission.csv").unlink()
