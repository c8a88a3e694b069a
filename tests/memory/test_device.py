from __future__ import annotations

import re
from pathlib import Path

import pytest

from quiz.errors import StoreError
from quiz.memory import device
from quiz.memory.device import device_name


def test_a_machine_keeps_the_name_it_was_given_first(tmp_path: Path) -> None:
    home = tmp_path / "new" / "home"
    name = device_name(home)
    assert re.fullmatch("[A-Za-z0-9-]+-[0-9a-f]{8}", name)
    assert device_name(home) == name
    assert [path.name for path in home.iterdir()] == ["device"]


def test_two_homes_have_different_names(tmp_path: Path) -> None:
    assert device_name(tmp_path / "one") != device_name(tmp_path / "two")


def test_a_machine_that_shares_the_home_of_another_gets_its_own_name_and_both_keep_theirs(
    tmp_path: Path,
) -> None:
    (tmp_path / "device").write_text("some-other-machine-01234567\n")
    name = device_name(tmp_path)
    assert name != "some-other-machine-01234567"
    assert device_name(tmp_path) == name
    assert (tmp_path / "device").read_text().split() == ["some-other-machine-01234567", name]


@pytest.mark.parametrize("junk", [b"", b"\x00\xff\n", b"../../etc/passwd\n", b"\n\n"])
def test_a_spoilt_name_is_replaced_by_a_new_one(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "device").write_bytes(junk)
    name = device_name(tmp_path)
    assert re.fullmatch("[A-Za-z0-9-]+-[0-9a-f]{8}", name)
    assert device_name(tmp_path) == name


@pytest.mark.parametrize(
    ("host", "safe"),
    [
        ("Minji's MacBook.local", "Minji-s-MacBook"),
        ("민지-노트북", "device"),
        ("../..", "device"),
        ("", "device"),
        ("x" * 300, "x" * 32),
    ],
)
def test_a_hosts_name_becomes_a_safe_file_name(host: str, safe: str) -> None:
    assert device.safe_name(host) == safe


def test_a_home_that_cannot_be_made_is_named_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError) as refusal:
        device_name(tmp_path / "file")
    assert str(tmp_path) in refusal.value.message
    assert "QUIZ_HOME" in refusal.value.hint
