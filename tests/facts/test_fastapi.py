"""What an app answers, asked of FastAPI; starting the server is in test_uvicorn."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import Any

import numpy as np
import pydantic
import pytest
from fastapi import FastAPI
from uvicorn.importer import import_from_string

from tests.facts.choices import only_the_answer
from tests.facts.outcome import outcome
from tests.facts.program import orders_that_run
from tests.facts.proof import Fact, literal, proves
from tests.facts.served import ask


class Item(pydantic.BaseModel):  # type: ignore[misc]
    name: str
    price: float


def create(item: Item) -> Item:
    return item


def item(item_id: int) -> int:
    return item_id


def untyped(item_id) -> Any:  # type: ignore[no-untyped-def]
    return {"is": repr(item_id)}


def request(fact: Fact) -> tuple[str, str]:
    """Return the method and the address of the question; both languages must ask the same."""
    asked = {
        re.findall(r"(GET|POST) (/[\w/]+)", text, re.ASCII)[-1]
        for text in fact.cards[0].ask.either()
    }
    ((method, address),) = asked
    return method, address


def routes(fact: Fact) -> list[str]:
    """Return the paths of the question's @app.get('…'), in its order."""
    return re.findall(r"@app\.get\('([^']+)'\)", fact.ask)


@proves("fastapi-import")
def test_the_import_of_the_class(fact: Fact) -> None:
    def works(line: str) -> bool:
        module, name = re.findall(r"from (\w+) import (\w+)", line)[0]
        return outcome(lambda: getattr(importlib.import_module(module), name)()) == "runs"

    only_the_answer(fact, works)


@proves("fastapi-first-app")
def test_the_smallest_app(fact: Fact, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert orders_that_run(fact) == [fact.steps]
    (tmp_path / "smallest_app.py").write_text("\n".join(fact.steps))
    monkeypatch.syspath_prepend(str(tmp_path))
    app = import_from_string("smallest_app:app")
    assert ask(app, "/").json() == literal(fact.steps[-1].strip().removeprefix("return "))


@proves("fastapi-get")
def test_the_decorator_of_a_page(fact: Fact) -> None:
    (name,) = fact.holes
    app = FastAPI()
    getattr(app, name)("/")(lambda: 1)
    assert ask(app, "/").status_code == 200


@proves("fastapi-json")
def test_a_dict_leaves_as_json(fact: Fact) -> None:
    app = FastAPI()
    app.get("/")(lambda: {"hello": "world", "none": None})
    response = ask(app, "/")
    only_the_answer(fact, lambda option: option.lower() in response.headers["content-type"])
    assert response.text == '{"hello":"world","none":null}'


@proves("fastapi-numpy")
def test_what_json_can_hold(fact: Fact) -> None:
    p = np.float32(0.9)
    said: dict[str, Any] = {
        "return {'prob': float(p)}": float(p),
        "return {'prob': p}": p,
        "return {'prob': np.array(p)}": np.array(p),
        "return {'prob': p * 100}": p * 100,
    }

    def answered(option: str) -> bool:
        app = FastAPI()
        app.get("/")(lambda: {"prob": said[option]})
        status = ask(app, "/").status_code
        assert status in (200, 500)
        return bool(status == 200)

    only_the_answer(fact, answered)


@proves("fastapi-path-param")
def test_a_name_in_braces_is_the_argument(fact: Fact) -> None:
    for right in fact.right:
        app = FastAPI()
        app.get(right.removeprefix("@app.get(").strip("'\")"))(item)
        assert ask(app, "/items/3").json() == 3


@proves("fastapi-path-type")
def test_without_a_type_it_stays_text(fact: Fact) -> None:
    app = FastAPI()
    app.get(routes(fact)[0])(untyped)
    only_the_answer(fact, lambda option: ask(app, "/items/3").json()["is"] == option)


@proves("fastapi-query-param")
def test_other_arguments_come_from_the_query(fact: Fact) -> None:
    def search(q: str) -> str:
        return q

    app = FastAPI()
    app.get(routes(fact)[0])(search)
    only_the_answer(fact, lambda address: ask(app, address).text == '"ml"')


@proves("fastapi-optional")
def test_what_makes_an_argument_optional(fact: Fact) -> None:
    def empty(q: str = "") -> int:
        return 1

    def needed(q: str) -> int:
        return 1

    def nullable(q: str | None) -> int:
        return 1

    said = {
        "def search(q: str = '')": empty,
        "def search(q: str)": needed,
        "def search(q: str | None)": nullable,
    }

    def optional(option: str) -> bool:
        app = FastAPI()
        app.get("/search")(said[option])
        return bool(ask(app, "/search").status_code == 200)

    only_the_answer(fact, optional)


@proves("fastapi-404", "fastapi-405", "fastapi-422")
def test_the_status_of_a_request(fact: Fact) -> None:
    app = FastAPI()
    (path,) = routes(fact)
    app.get(path)(item if "item_id" in path else lambda: 1)
    method, address = request(fact)
    response = ask(app, address, method)
    assert {int(right.split()[0]) for right in fact.right} == {response.status_code}


@proves("fastapi-route-order")
def test_the_first_path_that_matches_is_taken(fact: Fact) -> None:
    first, second = routes(fact)

    def user(user_id: int) -> int:
        return user_id

    app = FastAPI()
    app.get(first)(user)
    app.get(second)(lambda: "me")
    method, address = request(fact)
    only_the_answer(fact, lambda option: ask(app, address, method).status_code == int(option))
    swapped = FastAPI()
    swapped.get(second)(lambda: "me")
    swapped.get(first)(user)
    assert ask(swapped, address).status_code == 200


@proves("fastapi-docs")
def test_where_the_documentation_is(fact: Fact) -> None:
    assert fact.answer == FastAPI().docs_url
    assert "swagger" in ask(FastAPI(), fact.answer).text.lower()
    assert all(right.endswith(fact.answer.strip("/")) for right in fact.right)


@proves("fastapi-basemodel")
def test_the_class_of_a_body(fact: Fact) -> None:
    (name,) = fact.holes
    assert getattr(pydantic, name) is pydantic.BaseModel
    app = FastAPI()
    app.post("/items")(create)
    assert ask(app, "/items", "POST", json={"name": "a", "price": 1}).status_code == 200
    for bad in ({"name": "a"}, {"name": "a", "price": "cheap"}):
        assert ask(app, "/items", "POST", json=bad).status_code == 422
