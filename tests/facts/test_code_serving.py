"""Code of FastAPI apps, asked as a client would, and of the server's command."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import uvicorn
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel
from uvicorn.main import main as command

from quiz.cards.typed import Typed
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, proves
from tests.facts.served import ask
from tests.facts.written import ran


@proves("code-api-first")
def test_the_first_app_greets(fact: Fact) -> None:
    for names in ran(fact, {}):
        assert ask(names["app"], "/").json() == {"hello": "world"}


@proves("code-api-command")
def test_the_command_as_uvicorn_reads_it(fact: Fact) -> None:
    card = fact.cards[0]
    assert isinstance(card, Typed)
    for line in (card.answer.en, *card.accept):
        words = line.removeprefix("python -m ").split()
        assert words[0] == "uvicorn"
        taken = command.make_context("uvicorn", words[1:]).params
        assert (taken["app"], taken["port"], taken["reload"]) == ("main:app", 8888, True)


def app() -> dict[str, Any]:
    return {"app": FastAPI()}


@proves("code-api-path")
def test_a_number_in_the_path(fact: Fact) -> None:
    for names in ran(fact, app):
        assert ask(names["app"], "/items/3").json() == {"id": 3}
        assert ask(names["app"], "/items/abc").status_code == 422


@proves("code-api-query")
def test_a_text_behind_the_question_mark(fact: Fact) -> None:
    for names in ran(fact, app):
        assert ask(names["app"], "/search?q=cat").json() == {"q": "cat"}
        assert ask(names["app"], "/search").json() == {"q": "all"}


@proves("code-api-body")
def test_a_body_of_two_floats(fact: Fact) -> None:
    for names in ran(fact, {"BaseModel": BaseModel}):
        person = names["Person"](age=30, income="1.5")
        assert person.model_dump() == {"age": 30.0, "income": 1.5}
        assert outcome(names["Person"], age=30) == "ValidationError"
        assert outcome(names["Person"], age="old", income=1) == "ValidationError"


class Person(BaseModel):  # type: ignore[misc]
    """What a client sends."""

    age: float
    income: float


class Model:
    """A regression that adds up, in float32 as a network would."""

    def predict(self, x: Any) -> Any:
        assert np.shape(x) == (1, 2)
        return np.sum(x, axis=1, dtype="float32")


@proves("code-api-predict")
def test_a_prediction_as_json(fact: Fact) -> None:
    for names in ran(fact, lambda: {**app(), "Person": Person, "model": Model()}):
        sent = {"age": 30, "income": 12.5}
        assert ask(names["app"], "/predict", "POST", json=sent).json() == {"price": 42.5}
        assert ask(names["app"], "/predict", "POST", json={"age": 30}).status_code == 422


@proves("code-api-error")
def test_an_unknown_name_is_not_found(fact: Fact) -> None:
    users = {"kim": {"age": 30}}
    for _ in ran(fact, lambda: {"users": users, "name": "kim", "HTTPException": HTTPException}):
        pass
    with pytest.raises(HTTPException) as raised:
        list(ran(fact, lambda: {"users": users, "name": "lee", "HTTPException": HTTPException}))
    assert (raised.value.status_code, raised.value.detail) == (404, "no user")


@proves("code-api-run")
def test_only_as_a_program_it_serves(fact: Fact, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[int] = []
    monkeypatch.setattr(uvicorn, "run", lambda app, port: served.append(port))
    for _ in ran(fact, lambda: {**app(), "uvicorn": uvicorn, "__name__": "main"}):
        assert served == []
    for _ in ran(fact, lambda: {**app(), "uvicorn": uvicorn, "__name__": "__main__"}):
        assert served.pop() == 8888
