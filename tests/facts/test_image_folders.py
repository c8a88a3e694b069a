"""What flow_from_directory finds and gives, asked of it on folders of small pictures."""

from __future__ import annotations

import inspect
from pathlib import Path

import keras
import pytest
from keras.src.legacy.preprocessing import image

from tests.facts.choices import only_the_answer
from tests.facts.code import keywords
from tests.facts.pictures import paint, read
from tests.facts.proof import Fact, default, literal, proves

Generator = image.ImageDataGenerator
FLOW = Generator.flow_from_directory
BY_DEFAULT = inspect.signature(FLOW).parameters


@pytest.fixture(scope="module")
def pets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return data/train with 50 cats and 50 dogs."""
    return paint(tmp_path_factory.mktemp("pets") / "data" / "train", "cat dog", 50)


@proves("img-generator-class")
def test_the_class_reads_folders_and_augments(fact: Fact) -> None:
    generator = getattr(image, fact.answer)
    assert hasattr(generator, "flow_from_directory")
    assert {"rotation_range", "horizontal_flip"} <= inspect.signature(generator).parameters.keys()


@pytest.mark.fit
@proves("img-generator-import")
def test_the_package_that_has_it_still(fact: Fact) -> None:
    package = __import__(fact.holes[0])
    assert package.keras.preprocessing.image.ImageDataGenerator is Generator
    assert not hasattr(keras.preprocessing.image, "ImageDataGenerator")


@proves("img-flow-method")
def test_the_method_makes_an_iterator(fact: Fact, pets: Path) -> None:
    train = getattr(Generator(), fact.holes[0])(str(pets))
    assert train.samples == 100
    assert next(train)[0].shape[0] == train.batch_size


@proves("img-rescale")
def test_every_right_argument_scales_to_one(fact: Fact, pets: Path) -> None:
    for right in fact.right:
        name, _, (above, below) = *right.partition("=")[:2], right.partition("=")[2].split("/")
        generator = Generator(**{name: float(above) / float(below)})
        images, _ = next(read(pets, generator, batch_size=100))
        assert images.min() == 0 and images.max() == 1


@proves("img-no-rescale")
def test_white_stays_as_it_is(fact: Fact, pets: Path) -> None:
    images, _ = next(read(pets, batch_size=100))
    assert images.max() == fact.value
    assert images.dtype == "float32"


@proves("img-directory")
def test_which_folder_finds_cats_and_dogs(fact: Fact, pets: Path) -> None:
    home = pets.parents[1]
    only_the_answer(
        fact, lambda option: read(home / literal(option)).class_indices.keys() == {"cat", "dog"}
    )
    found = {option: read(home / literal(option)) for option in fact.wrong}
    assert sorted((one.samples, one.num_classes) for one in found.values()) == [(0, 0), (100, 1)]


@proves("img-required")
def test_the_argument_without_a_default(fact: Fact) -> None:
    without = [name for name, one in BY_DEFAULT.items() if one.default is one.empty]
    assert without == ["self", fact.answer]


@proves("img-target-size-name")
def test_the_argument_that_resizes(fact: Fact, pets: Path) -> None:
    assert next(read(pets, **{fact.answer: (5, 6)}))[0].shape[1:] == (5, 6, 3)


@proves(
    "img-target-size-default",
    "img-color-mode-default",
    "img-class-mode-default",
    "img-batch-size-default",
    "img-shuffle-default",
    "img-save-format-default",
    "img-interpolation-default",
)
def test_the_default(fact: Fact) -> None:
    name = fact.ask.partition(": ")[2].partition("=")[0]
    assert default(FLOW, name) == literal(fact.holes[0])


@proves("img-target-size-order", "img-grey-batch")
def test_the_shape_of_a_batch_of_images(fact: Fact, pets: Path) -> None:
    said = fact.ask.partition(", 100 pictures")[0].removesuffix(", all else by default")
    images, _ = next(read(pets, **keywords(said)))
    assert read(pets).samples == 100
    assert images.shape == fact.value


@proves("img-color-modes")
def test_the_colour_modes_and_no_others(fact: Fact, pets: Path) -> None:
    channels = [next(read(pets, color_mode=mode))[0].shape[-1] for mode in fact.right]
    assert channels == [3, 1, 4]
    with pytest.raises(ValueError, match="Invalid color mode") as error:
        read(pets, color_mode="gray")
    assert all(f'"{mode}"' in str(error.value) for mode in fact.right)
    assert str(error.value).count('"') == 2 * len(fact.right)


@proves("img-label-numbers")
def test_labels_are_numbered_by_alphabet(fact: Fact, tmp_path: Path) -> None:
    found = read(paint(tmp_path, "dog cat bird", 1)).class_indices
    assert found["dog"] == fact.value
    assert "dog, cat and bird" in fact.ask


@proves("img-class-indices")
def test_where_the_numbers_of_names_stand(fact: Fact, pets: Path) -> None:
    assert getattr(read(pets), fact.holes[0]) == {"cat": 0, "dog": 1}


@proves("img-classes-order")
def test_the_list_sets_the_numbers(fact: Fact, pets: Path) -> None:
    assert read(pets, **keywords(fact.answer)).class_indices == {"dog": 0, "cat": 1}
