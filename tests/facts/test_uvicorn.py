"""How a server is started, asked of uvicorn: the cards of the deck fastapi."""

from __future__ import annotations

import ipaddress
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from uvicorn.importer import ImportFromStringError, import_from_string
from uvicorn.main import main as command
from uvicorn.supervisors.statreload import StatReload

from tests.facts.choices import only_the_answer
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, default, literal, proves

APP = "from fastapi import FastAPI\n{name} = FastAPI()\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder in which the command is typed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    for name in ("main", "app", "f02_main_path"):
        sys.modules.pop(name, None)


def started(line: str) -> dict[str, Any]:
    """Return the options of a line 'uvicorn main:app --port 8888'; ClickException if wrong."""
    return dict(command.make_context("uvicorn", line.split()[1:]).params)


def message(app: str) -> str:
    with pytest.raises(ImportFromStringError) as raised:
        import_from_string(app)
    return str(raised.value)


@proves("fastapi-which-file")
def test_the_module_is_a_file(fact: Fact, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (app,) = re.findall(r"uvicorn (\w+:\w+)", fact.ask)

    def found(name: str) -> bool:
        file = folder / str(fact.wrong.index(name) if name in fact.wrong else "right") / name
        file.parent.mkdir(parents=True)
        file.write_text(APP.format(name="app"))
        sys.modules.pop("f02_main_path", None)
        with monkeypatch.context() as here:
            here.syspath_prepend(str(file.parents[name.count("/")]))
            return outcome(lambda: import_from_string(app)) == "runs"

    only_the_answer(fact, found)


@proves("fastapi-command")
def test_a_module_a_colon_a_variable(fact: Fact, folder: Path) -> None:
    file, variable = re.findall(r"serves (\w+) = FastAPI\(\) from (\S+):", fact.ask)[0][::-1]
    (folder / file).write_text(APP.format(name=variable))
    (app,) = fact.holes
    assert isinstance(import_from_string(app), FastAPI)
    assert isinstance(import_from_string(started(f"uvicorn {app}")["app"]), FastAPI)


@proves("fastapi-port-url")
def test_the_address_of_the_port(fact: Fact) -> None:
    (line,) = re.findall(r"uvicorn .*?--port=\d+", fact.ask)
    asked = started(line)
    only_the_answer(fact, lambda option: option == f"http://{asked['host']}:{asked['port']}/")
    assert asked["port"] != default(uvicorn.run, "port")


@proves("fastapi-default-port")
def test_the_port_by_default(fact: Fact) -> None:
    assert started("uvicorn main:app")["port"] == default(uvicorn.run, "port") == fact.value


@proves("fastapi-port-forms")
def test_ways_to_write_the_port(fact: Fact) -> None:
    (line,) = re.findall(r"uvicorn .*?--port=\d+", fact.ask)
    asked = started(line)
    only_the_answer(
        fact, lambda option: outcome(lambda: started(option)) == "runs" and started(option) == asked
    )


@proves("fastapi-host-meaning")
def test_what_the_host_is(fact: Fact) -> None:
    (host,) = re.findall(r"is (\d+\.\d+\.\d+\.\d+)\?", fact.ask)
    address = ipaddress.ip_address(host)
    said = {
        "this very computer": address.is_loopback,
        "the router at home": address in ipaddress.ip_network("192.168.0.0/16"),
        "this computer's public address": address.is_global,
        "a server of FastAPI's makers": address.is_global,
    }
    only_the_answer(fact, lambda option: said[option])
    assert host == default(uvicorn.run, "host")


@proves("fastapi-host-phone")
def test_where_the_server_listens(fact: Fact) -> None:
    def everywhere(option: str) -> bool:
        host = started(f"uvicorn main:app {option}")["host"]
        with uvicorn.Config(
            "main:app", host=host, port=0, log_level="error"
        ).bind_socket() as bound:
            return bool(ipaddress.ip_address(bound.getsockname()[0]).is_unspecified)

    only_the_answer(fact, everywhere)


@proves("fastapi-reload")
def test_a_saved_file_restarts_the_server(fact: Fact, folder: Path) -> None:
    file = folder / "main.py"
    file.write_text(APP.format(name="app"))
    config = uvicorn.Config("main:app", reload=True, reload_dirs=[str(folder)])
    watching = StatReload(config, target=lambda sockets: None, sockets=[])
    first, again = watching.should_restart(), watching.should_restart()
    os.utime(file, (2e9, 2e9))
    said = {
        "It restarts the server when code changes": watching.should_restart() == [file],
        "It restarts the server for each request": bool(first or again),
    }
    only_the_answer(fact, lambda option: said.get(option, False))


@proves("fastapi-reload-default")
def test_reload_by_default(fact: Fact) -> None:
    (hole,) = map(literal, fact.holes)
    assert hole is default(uvicorn.run, "reload") is started("uvicorn main:app")["reload"]


@proves("fastapi-python-main")
def test_the_file_alone_serves_nothing(fact: Fact, folder: Path) -> None:
    body = "@app.get('/')\ndef root():\n    print('called')\n    return 1\n"
    (folder / "main.py").write_text(APP.format(name="app") + body)
    done = subprocess.run(
        [sys.executable, "main.py"], capture_output=True, text=True, timeout=60, check=False
    )
    said = {
        "It ends at once, with no server": (done.returncode, done.stdout, done.stderr)
        == (0, "", ""),
        "It serves on port 8000": "running on" in done.stderr,
        "It raises an error": done.returncode != 0,
        "It runs the registered functions one by one": "called" in done.stdout,
    }
    only_the_answer(fact, lambda option: said[option])


@proves("fastapi-uvicorn-separate")
def test_what_comes_with_fastapi(fact: Fact) -> None:
    needed = [name for name in requires("fastapi") or [] if name.startswith("uvicorn")]
    said = {
        "It must be installed separately": all("extra ==" in name for name in needed),
        "It came along and works": any("extra ==" not in name for name in needed),
        "It is part of Python": "uvicorn" in sys.stdlib_module_names,
    }
    only_the_answer(fact, lambda option: said[option])
    assert any(name.endswith('extra == "standard"') for name in needed)


@proves("fastapi-no-py")
def test_the_module_has_no_file_ending(fact: Fact, folder: Path) -> None:
    (folder / "main.py").write_text(APP.format(name="app"))
    wrong, said = re.findall(r'uvicorn (\S+) says (.*"\.)', fact.ask)[0]
    assert f"Error loading ASGI app. {message(wrong)}" == said
    only_the_answer(
        fact, lambda line: outcome(lambda: import_from_string(started(line)["app"])) == "runs"
    )


@proves("fastapi-attribute-error")
def test_what_is_missing(fact: Fact, folder: Path) -> None:
    (said,) = re.findall(r'says (Attribute .*"\.)', fact.ask)
    none = message("main:app")
    (folder / "main.py").write_text(APP.format(name="api"))
    assert message("main:app") == said
    only_the_answer(fact, lambda option: option == "main.py has no variable called app")
    assert none == 'Could not import module "main".'


@proves("fastapi-port-taken")
def test_a_port_serves_one_program(fact: Fact) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(OSError, match=r"(?i)address already in use"),
    ):
        socket.create_server(taken.getsockname())
    (line,) = re.findall(r"--port=\d+", fact.ask)
    before = started(f"uvicorn main:app {line}")["port"]

    def moves(option: str) -> bool:
        more = " ".join(re.findall(r"--\S+(?: [\d.]+)?", option))
        return bool(started(f"uvicorn main:app {line} {more}")["port"] != before)

    only_the_answer(fact, moves)


@proves("fastapi-reload-run")
def test_reload_needs_a_name(fact: Fact, folder: Path) -> None:
    (folder / "main.py").write_text(APP.format(name="app"))

    def reloads(option: str) -> bool:
        (given,) = re.findall(r"run\((.*), reload=True\)", option)
        if given == "app":  # the app itself: refused before a port is opened
            with pytest.raises(SystemExit):
                uvicorn.run(FastAPI(), reload=True)
            return False
        return outcome(lambda: import_from_string(literal(given))) == "runs"

    only_the_answer(fact, reloads)
