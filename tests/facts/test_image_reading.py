"""How flow_from_directory mixes, parts and saves pictures, asked of it on small ones."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from keras.src.legacy.preprocessing import image

from tests.facts.choices import only_the_answer
from tests.facts.code import keywords
from tests.facts.outcome import outcome
from tests.facts.pictures import paint, read
from tests.facts.proof import Fact, proves

Generator = image.ImageDataGenerator
FLOW = Generator.flow_from_directory


@pytest.fixture(scope="module")
def pets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return data/train with 50 cats and 50 dogs."""
    return paint(tmp_path_factory.mktemp("pets") / "data" / "train", "cat dog", 50)


@proves("img-number-of-batches")
def test_how_many_batches_a_round(fact: Fact, pets: Path) -> None:
    train = read(pets, batch_size=32)
    assert len(train) == fact.value
    assert train.samples == 100


@proves("img-shuffle-for-predict")
def test_files_keep_the_order_of_their_classes(fact: Fact, pets: Path) -> None:
    def in_order(**arguments: Any) -> bool:
        test = read(pets, batch_size=100, class_mode="sparse", seed=1, **arguments)
        return bool(np.array_equal(next(test)[1], test.classes))

    assert in_order(**keywords(fact.answer))
    assert not in_order()


@proves("img-seed")
def test_what_a_seed_fixes(fact: Fact, pets: Path) -> None:
    def first(seed: int, **arguments: Any) -> Any:
        flips = Generator(horizontal_flip=True)
        return next(read(pets, flips, batch_size=100, seed=seed, **arguments))

    labels_are_fixed = np.array_equal(first(1)[1], first(1)[1])
    other_labels = not np.array_equal(first(1)[1], first(2)[1])
    still = {"shuffle": False}
    flips_are_fixed = np.array_equal(first(1, **still)[0], first(1, **still)[0])
    other_flips = not np.array_equal(first(1, **still)[0], first(2, **still)[0])
    shuffling, flipping = labels_are_fixed and other_labels, flips_are_fixed and other_flips
    fixes = {
        "shuffling and augmentation": shuffling and flipping,
        "shuffling only": shuffling and not flipping,
        "the model's first weights": False,  # no model is near
    }
    only_the_answer(fact, lambda option: fixes[option])


@proves("img-follow-links")
def test_linked_folders_are_read_if_asked_for(fact: Fact, pets: Path, tmp_path: Path) -> None:
    (tmp_path / "cat").mkdir()
    (tmp_path / "cat" / "linked").symlink_to(pets / "cat", target_is_directory=True)
    assert read(tmp_path, **keywords(fact.answer)).samples == 50
    assert read(tmp_path).samples == 0


@proves("img-subset-values")
def test_the_two_subsets_part_the_pictures(fact: Fact, pets: Path) -> None:
    split = Generator(validation_split=0.2)
    sizes = {name: read(pets, split, subset=name).samples for name in fact.right}
    assert sizes == {"training": 80, "validation": 20}
    assert outcome(lambda: read(pets, split, subset="train")) == "ValueError"


@proves("img-validation-split")
def test_who_takes_the_share_for_validation(fact: Fact) -> None:
    takes = {
        "ImageDataGenerator(…)": Generator,
        "flow_from_directory(…)": FLOW,
        "model.compile(…)": keras.Model.compile,
    }
    only_the_answer(
        fact, lambda option: "validation_split" in inspect.signature(takes[option]).parameters
    )


@proves("img-subset-without-split")
def test_nothing_is_kept_for_validation(fact: Fact, pets: Path) -> None:
    assert read(pets, subset="validation").samples == fact.value


@proves("img-save-arguments")
def test_what_the_three_arguments_do(fact: Fact, pets: Path, tmp_path: Path) -> None:
    values = dict(zip(fact.right, (tmp_path, "aug", "jpeg"), strict=True))
    next(read(pets, batch_size=4, **values))
    assert {(one.name[:3], one.suffix) for one in tmp_path.iterdir()} == {("aug", ".jpeg")}
    assert {name for name in inspect.signature(FLOW).parameters if name.startswith("save_")} == set(
        fact.right
    )


@proves("img-save-prefix-alone")
def test_a_prefix_alone_saves_nothing(fact: Fact, tmp_path: Path) -> None:
    paint(tmp_path, "cat dog", 1)
    before = sorted(tmp_path.rglob("*"))
    ended = outcome(lambda: next(read(tmp_path, save_prefix="aug")))
    same = sorted(tmp_path.rglob("*")) == before
    happens = {
        "Nothing is saved": ended == "runs" and same,
        "Files beginning with aug appear in the source folder": not same,
        "It raises a ValueError": ended == "ValueError",
    }
    only_the_answer(fact, lambda option: happens[option])
