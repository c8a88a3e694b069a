"""The settings file and the folders the program uses."""

import os
import stat
import tomllib
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz import settings
from quiz.config import Places, Settings, load, places, save
from quiz.errors import ConfigError
from quiz.first_run import prepare

VALUES = st.sampled_from(
    [
        ("language", "ko"),
        ("theme", "light"),
        ("new_per_day", 7),
        ("reviews_per_day", 0),
        ("retention", 0.85),
        ("rollover_hour", 0),
        ("leech_lapses", 99),
    ]
)


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A current folder without decks, and no variables that say where things lie."""
    for name in ("QUIZ_HOME", "QUIZ_DECKS", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_file_every_setting_has_its_default(tmp_path: Path) -> None:
    assert load(tmp_path) == (Settings(), [])


def test_defaults_are_values_the_rules_allow() -> None:
    for name, value in settings.defaults().items():
        assert settings.check(name, value) == value
    assert set(settings.defaults()) == set(settings.RULES) == set(settings.ABOUT)


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    save(tmp_path, "new_per_day", 5)
    save(tmp_path, "language", "ko")
    save(tmp_path, "retention", 0.85)
    assert load(tmp_path) == (Settings(new_per_day=5, language="ko", retention=0.85), [])


def test_saving_touches_one_line_and_keeps_comments(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"# mine\r\nnew_per_day  =  20 # not too many\r\n\r\nlanguage = 'ko'\r\n")
    save(tmp_path, "new_per_day", 5)
    assert file.read_bytes() == (
        b"# mine\r\nnew_per_day  =  5 # not too many\r\n\r\nlanguage = 'ko'\r\n"
    )


def test_a_new_setting_goes_before_the_first_table(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('language = "en"\n[other]\nnew_per_day = 3\n')
    save(tmp_path, "new_per_day", 5)
    assert load(tmp_path)[0] == Settings(language="en", new_per_day=5)


@given(st.lists(VALUES, max_size=6), VALUES)
def test_saving_one_setting_leaves_the_others(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[tuple[str, settings.Value]],
    last: tuple[str, settings.Value],
) -> None:
    home = tmp_path_factory.mktemp("home")
    for name, value in [*before, last]:
        save(home, name, value)
    assert tomllib.loads((home / "config.toml").read_text()) == dict([*before, last])


def test_the_files_permissions_and_a_link_to_it_stay(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("new_per_day = 1\n")
    real.chmod(0o600)
    home = tmp_path / "home"
    home.mkdir()
    (home / "config.toml").symlink_to(real)
    save(home, "new_per_day", 2)
    assert (home / "config.toml").is_symlink()
    assert real.read_text() == "new_per_day = 2\n"
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


def test_a_misspelled_setting_is_named_with_its_line_and_the_right_name(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("language = 'ko'\nnew_per_dya = 5\n")
    found, [wrong] = load(tmp_path)
    assert found == Settings(language="ko")
    assert "config.toml:2" in wrong.message
    assert "new_per_day" in wrong.hint


@pytest.mark.parametrize(
    "line",
    [
        "new_per_day = -1",
        "new_per_day = 2.5",
        "new_per_day = true",
        "retention = 0.99",
        "retention = nan",
        "rollover_hour = 24",
        "language = 'fr'",
        "[language]",
        "theme = []",
    ],
)
def test_a_value_that_means_nothing_is_told_and_its_default_used(tmp_path: Path, line: str) -> None:
    (tmp_path / "config.toml").write_text(f"leech_lapses = 4\n{line}\n")
    found, [wrong] = load(tmp_path)
    assert found == Settings(leech_lapses=4)
    assert "config.toml:2" in wrong.message


@pytest.mark.parametrize("content", [b"new_per_day 5", b"\xff\xfe", b"a = 1\na = 2\n"])
def test_a_file_that_cannot_be_read_is_told_and_defaults_are_used(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "config.toml").write_bytes(content)
    found, [wrong] = load(tmp_path)
    assert found == Settings()
    assert "config.toml" in wrong.message
    with pytest.raises(ConfigError):
        save(tmp_path, "new_per_day", 5)
    assert (tmp_path / "config.toml").read_bytes() == content


@given(st.binary(max_size=80))
def test_no_bytes_in_the_settings_file_stop_the_program(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / "config.toml").write_bytes(content)
    found, _ = load(home)
    assert isinstance(found, Settings)


@pytest.mark.parametrize(("key", "value"), [("new_per_dya", 5), ("new_per_day", "many")])
def test_nothing_is_saved_that_means_nothing(tmp_path: Path, key: str, value: str) -> None:
    with pytest.raises(ConfigError):
        save(tmp_path, key, value)
    assert not (tmp_path / "config.toml").exists()


def test_variables_say_where_things_lie(nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_HOME", "a")
    assert places() == Places(nowhere / "a", nowhere / "a" / "decks")
    monkeypatch.setenv("QUIZ_DECKS", str(nowhere / "b"))
    assert places() == Places(nowhere / "a", nowhere / "b")


def test_a_folder_with_decks_is_used_where_it_is(nowhere: Path) -> None:
    (nowhere / "decks").mkdir()
    assert places().decks == nowhere / "decks"


def test_else_the_system_says_where_data_lies(nowhere: Path) -> None:
    home = Path(platformdirs.user_data_dir("quiz", appauthor=False))
    assert places() == Places(home, home / "decks")


def test_the_first_run_brings_starter_decks(tmp_path: Path) -> None:
    prepare(Places(tmp_path / "home", tmp_path / "home" / "decks"))
    assert [p.name for p in (tmp_path / "home").iterdir()] == ["decks"]


def test_decks_that_are_there_are_never_touched(tmp_path: Path) -> None:
    decks = tmp_path / "decks"
    decks.mkdir()
    (decks / "mine.yaml").write_text("cards: []\n")
    prepare(Places(tmp_path, decks))
    assert [p.name for p in decks.iterdir()] == ["mine.yaml"]


def test_a_deck_folder_that_was_named_wrongly_is_not_made(tmp_path: Path) -> None:
    prepare(Places(tmp_path / "home", tmp_path / "dekcs"))
    assert not (tmp_path / "dekcs").exists()


def test_a_home_that_cannot_be_made_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match="file"):
        prepare(Places(tmp_path / "file" / "home", tmp_path / "decks"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_home_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ConfigError):
            prepare(Places(tmp_path, tmp_path / "decks"))
    finally:
        tmp_path.chmod(0o700)
