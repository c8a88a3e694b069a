"""The tables of families hold together."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.clinic.derive import DERIVATIONS
from quiz.clinic.family import NOTICES, TABLES, Family, families
from quiz.clinic.family import TRAPS as TRAP_TABLE
from quiz.clinic.moved import gone
from quiz.clinic.particles import particle
from quiz.clinic.traps.table import TRAPS
from quiz.decks.weak_spots import load_weak_spots

ALL = families(*TABLES, *NOTICES, TRAP_TABLE)
DECKS = Path(__file__).parents[2] / "decks"


def test_an_id_stands_once() -> None:
    ids = [family.id for family in ALL]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("family", ALL, ids=lambda family: family.id)
def test_a_family_is_whole(family: Family) -> None:
    assert family.weak in load_weak_spots(DECKS)
    assert family.words
    assert family.cases
    assert bool(family.trap) is not bool(family.patterns)
    assert not family.derive or family.derive in DERIVATIONS
    assert not family.trap or family.trap in TRAPS
    assert bool(family.trap) or family.needles
    assert all(needle == needle.lower() for needle in family.needles)
    for case in family.cases:
        for text in (case.cause, case.fix):
            assert text.ko
            assert text.en
            assert text.ko != text.en


def test_every_trap_has_its_texts() -> None:
    assert {family.trap for family in families(TRAP_TABLE)} == set(TRAPS)


@pytest.mark.parametrize(
    ("module", "name", "instead"),
    [
        ("keras.utils", "np_utils", "to_categorical"),
        ("tensorflow.keras.utils", "np_utils", "to_categorical"),
        ("", "keras.wrappers.scikit_learn", "scikeras"),
        ("keras.layers.normalization", "BatchNormalization", "keras.layers"),
        ("numpy", "float", "float"),
        ("sklearn.preprocessing", "Imputer", "SimpleImputer"),
        ("collections", "Mapping", "collections.abc"),
        ("pandas", "Panel", "DataFrame"),
    ],
)
def test_names_that_moved_say_where_to(module: str, name: str, instead: str) -> None:
    found = gone(module, name)
    assert found is not None
    assert instead in found.instead


def test_names_that_are_there_have_not_moved() -> None:
    assert gone("keras.layers", "Dense") is None
    assert gone("numpy", "array") is None


@pytest.mark.parametrize(
    ("value", "form", "right"),
    [
        ("(28, 28, 1)", "는", "은"),
        ("(28, 28, 4)", "은", "는"),
        ("StandardScaler", "이라는", "라는"),
        ("column", "가", "이"),
        ("10", "를", "을"),
        ("2", "이에요", "예요"),
        ("1", "으로", "로"),
        ("3", "로", "으로"),
        ("파일", "으로", "로"),
        ("값", "로", "으로"),
        ("", "은", "는"),
    ],
)
def test_particles_follow_the_sound(value: str, form: str, right: str) -> None:
    assert particle(value, form) == right
