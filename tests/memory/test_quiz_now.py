from __future__ import annotations

import subprocess
import sys
from datetime import datetime

import pytest

from quiz.errors import UsageError
from quiz.memory.day import Clock


def test_quiz_now_sets_the_time_and_the_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_NOW", "2030-03-01T03:59:00+09:00")
    now = Clock().now()
    start = round(datetime.fromisoformat("2030-03-01T03:59:00+09:00").timestamp() * 1000)
    assert start <= now.at < start + 60_000
    assert now.offset == 540
    assert now.day == datetime(2030, 2, 28).toordinal()


def test_time_runs_on_from_quiz_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_NOW", "2030-03-01T03:59:00+09:00")
    clock = Clock()
    first = clock.now().at
    while clock.now().at == first:
        pass
    assert first < clock.now().at < first + 60_000


def test_the_next_day_starts_at_the_rollover_hour_of_the_zone_that_quiz_now_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("QUIZ_NOW", "2030-03-01T09:00:00+23:59")
    start = Clock().day_start(datetime(2030, 3, 2).toordinal())
    assert start == round(datetime.fromisoformat("2030-03-02T04:00+23:59").timestamp() * 1000)


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("yesterday", "not a time"),
        ("2026-13-01T00:00:00Z", "not a time"),
        ("2026-03-01T09:00:00", "no offset"),
        ("2026-03-01", "no offset"),
        ("1969-12-31T23:00:00+00:00", "too far off"),
        ("9999-12-31T23:00:00+00:00", "too far off"),
        ("0001-01-01T00:00:00+09:00", "too far off"),
    ],
)
def test_a_quiz_now_that_is_no_time_is_refused_with_an_example_of_one(
    monkeypatch: pytest.MonkeyPatch, said: str, complaint: str
) -> None:
    monkeypatch.setenv("QUIZ_NOW", said)
    with pytest.raises(UsageError) as refusal:
        Clock()
    assert complaint in refusal.value.message
    assert said in refusal.value.message
    assert "2026-03-01T09:00:00+09:00" in refusal.value.hint


def test_telling_the_day_loads_nothing_heavy() -> None:
    heavy = "dataclasses typing datetime json re pathlib quiz.i18n quiz.memory.review"
    program = (
        "import sys; before = set(sys.modules); import quiz.memory.day, quiz.memory.log_files;"
        f"print(*(set({heavy.split()}) & set(sys.modules) - before))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == []
