"""Versions of Python and of packages, asked of Python, pip and the rules pip follows."""

from __future__ import annotations

import ast
import platform
import re
import subprocess
import sys
from importlib.metadata import metadata, packages_distributions
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet
from packaging.tags import interpreter_name, interpreter_version
from packaging.utils import parse_wheel_filename
from packaging.version import Version

from tests.facts.choices import only_the_answer
from tests.facts.proof import Fact, literal, proves


def run(*words: str | Path, **keywords: Any) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, with nothing to read."""
    return subprocess.run(
        words, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False, **keywords
    )


def pip(*words: str) -> str:
    return run(sys.executable, "-m", "pip", *words).stdout


def specifier(fact: Fact) -> SpecifierSet:
    """Return the condition in the question, such as >=3.11."""
    (found,) = set(re.findall(r"[~>]=[\d.]*\d", fact.ask))
    return SpecifierSet(found)


@proves("ver-python-command")
def test_the_command_that_shows_the_version(fact: Fact) -> None:
    def shows(option: str) -> bool:
        done = run(sys.executable, *option.split()[1:])
        return (done.returncode, done.stdout) == (0, f"Python {platform.python_version()}\n")

    only_the_answer(fact, shows)


@proves("ver-newest")
def test_versions_are_no_decimals(fact: Fact) -> None:
    newest = max((fact.answer, *fact.wrong), key=Version)
    only_the_answer(fact, lambda option: option == newest)


@proves("ver-number")
def test_a_version_without_quotes_is_a_number(fact: Fact) -> None:
    (number,) = re.findall(r"print\((.*)\)", fact.ask)
    assert str(literal(number)) == fact.answer
    assert str(yaml.safe_load(f"python-version: {number}")["python-version"]) == fact.answer


@proves("ver-strings")
def test_texts_are_compared_letter_by_letter(fact: Fact) -> None:
    first, second = re.findall(r"'([\d.]+)'", fact.ask)
    assert (first < second) is fact.value
    assert (Version(first) < Version(second)) is not fact.value


@proves("ver-version-info")
def test_tuples_are_compared_number_by_number(fact: Fact) -> None:
    least = fact.value
    (said,) = re.findall(r"Python ([\d.]+)", fact.ask)
    assert Version(".".join(map(str, least))) == Version(said)
    assert (3, 9, 18) < least <= (3, 10, 0)
    assert all((3, 9, 18) < literal(right) <= (3, 10, 0) for right in fact.right)
    assert sys.version_info >= least


@proves("ver-wheel-tag")
def test_the_tag_of_a_wheel(fact: Fact) -> None:
    (name,) = re.findall(r"\S+\.whl", fact.ask)
    (tag,) = parse_wheel_filename(name)[3]
    assert tag.interpreter == f"cp{fact.answer.replace('.', '')}"
    ours = f"cp{sys.version_info.major}{sys.version_info.minor}"
    assert interpreter_name() + interpreter_version() == ours


@proves("ver-requires-python")
def test_which_python_is_too_old(fact: Fact) -> None:
    only_the_answer(fact, lambda option: Version(option) not in specifier(fact))


@proves("ver-pandas-python")
def test_what_pandas_needs(fact: Fact) -> None:
    (name, version) = re.findall(r"(pandas) ([\d.]+)", fact.ask)[0]
    assert metadata(name)["Version"].startswith(f"{version}.")
    least = {f">={number}" for right in fact.right for number in re.findall(r"[\d.]+", right)}
    assert least == {metadata(name)["Requires-Python"]}


@proves("ver-match")
def test_since_when_there_is_match(fact: Fact) -> None:
    major, minor = map(int, fact.answer.split("."))
    code = "match x:\n    case 1:\n        pass"
    assert ast.parse(code, feature_version=(major, minor))
    with pytest.raises(SyntaxError, match=re.escape(f"Python {fact.answer}")):
        ast.parse(code, feature_version=(major, minor - 1))


@proves("ver-pin")
def test_exactly_one_version(fact: Fact) -> None:
    name, version = re.findall(r"(\w+) is to be installed in exactly version ([\d.]*\d)", fact.ask)[
        0
    ]
    for right in fact.right:
        asked = Requirement(right.removeprefix("pip install ").strip("'\""))
        assert (asked.name.lower(), str(asked.specifier)) == (name, f"=={version}")
    with pytest.raises(InvalidRequirement):
        Requirement(f"{name}={version}")


@proves("ver-tilde-two")
def test_what_two_parts_leave_out(fact: Fact) -> None:
    only_the_answer(fact, lambda option: Version(option) not in specifier(fact))


@proves("ver-tilde-three")
def test_what_three_parts_let_in(fact: Fact) -> None:
    only_the_answer(fact, lambda option: Version(option) in specifier(fact))
    assert all(Version(one) in SpecifierSet(">=1.4.2,==1.4.*") for one in fact.right)


@proves("ver-shell-quotes")
def test_the_shell_takes_the_condition(fact: Fact, tmp_path: Path) -> None:
    (line,) = re.findall(r"pip install pandas\S+", fact.ask)
    done = run("bash", "-c", f'pip() {{ echo "$@"; }}; {line}', cwd=tmp_path)
    made = {file.name: file.read_text() for file in tmp_path.iterdir()}
    said = {
        "It makes a file called =2.0": made == {"=2.0": "install pandas\n"},
        "It installs pandas 2.0 or later": "2.0" in "".join(made.values()),
        "It stops with a syntax error": done.returncode != 0,
    }
    only_the_answer(fact, lambda option: said[option])


@proves("ver-pip-show")
def test_pip_tells_version_and_place(fact: Fact) -> None:
    for right in fact.right:
        shown = pip(right.removeprefix("pip "), "pandas")
        assert f"Version: {metadata('pandas')['Version']}" in shown
        assert "Location: " in shown


@proves("ver-pip-freeze")
def test_pip_writes_all_as_requirements(fact: Fact) -> None:
    for right in fact.right:
        assert (
            f"pandas=={metadata('pandas')['Version']}"
            in pip(*right.removeprefix("pip ").split()).splitlines()
        )


@proves("ver-pip-upgrade")
def test_pip_s_option_to_upgrade(fact: Fact) -> None:
    assert fact.right == ("-U", "--upgrade")
    assert "-U, --upgrade" in pip("install", "--help")


@proves("ver-sklearn-name")
def test_the_package_of_sklearn(fact: Fact) -> None:
    assert packages_distributions()["sklearn"] == [*fact.holes]


@proves("ver-python-m-pip")
def test_each_python_has_its_own_pip(fact: Fact, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path)
    other = run(tmp_path / "bin" / "python", "-m", "pip", "--version")
    own = sys.prefix in pip("--version") and other.returncode != 0
    said = {
        "the python of that command": own,
        "the one with the newest version": not own,
        "all of them": other.returncode == 0,
    }
    only_the_answer(fact, lambda option: said[option])


@proves("ver-venv")
def test_the_module_that_makes_environments(fact: Fact, tmp_path: Path) -> None:
    (module,) = fact.holes
    run(sys.executable, "-m", module, "--without-pip", tmp_path / "my_env")
    assert (tmp_path / "my_env" / "pyvenv.cfg").is_file()


@proves("ver-venv-python")
def test_the_python_of_an_environment(fact: Fact, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path)
    inside = run(tmp_path / "bin" / "python", "-V").stdout.split()[1]
    settled = f"version = {inside}" in (tmp_path / "pyvenv.cfg").read_text()
    same = inside == platform.python_version()
    said = {
        "that of the python3 that made it": same and settled,
        "that of the newest Python": not same,
        "the one chosen on each activation": not settled,
    }
    only_the_answer(fact, lambda option: said[option])
