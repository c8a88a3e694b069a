"""The log of HalvingRandomSearchCV, asked of scikit-learn by running such a search."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from sklearn.dummy import DummyClassifier

from tests.facts.halving import halved, rounds
from tests.facts.proof import Fact, proves

Printed = pytest.CaptureFixture[str]
NOTES = {"samples": 2120, "min_resources": 50}
"""A search whose log has the block of the notes: 5 candidates, 450 samples, 25 fits."""


def numbers(fact: Fact) -> list[int]:
    """Return the numbers of the question, the same in both languages."""
    ask = fact.cards[0].ask
    korean, english = (list(map(int, re.findall(r"\d+", text))) for text in (ask.ko, ask.en))
    assert sorted(korean) == sorted(english)
    return english


def log(printed: Printed, **keywords: Any) -> str:
    """Return what a search prints with verbose=1."""
    halved(**keywords, verbose=1)
    return printed.readouterr().out


@proves("halving-exhaust-count")
def test_how_many_are_drawn_by_default(fact: Fact) -> None:
    samples, least = numbers(fact)
    assert halved(samples=samples, min_resources=least).n_candidates_[0] == fact.value


@proves("halving-factor-resources")
def test_the_next_round_gets_factor_times_as_much(fact: Fact) -> None:
    factor, now = numbers(fact)
    _, then = halved(factor=factor, min_resources=now, n_candidates=8).n_resources_[:2]
    assert then == fact.value


@proves("halving-factor-round-up")
def test_what_stays_is_rounded_up(fact: Fact) -> None:
    factor, now = numbers(fact)
    assert halved(factor=factor, n_candidates=now).n_candidates_[:2] == [now, fact.value]


@proves("halving-factor-larger")
def test_a_larger_factor_has_fewer_rounds(fact: Fact) -> None:
    small, large = (halved(factor=factor, n_candidates=40) for factor in (2, 4))
    said = {
        "More are dropped at a time, in fewer rounds": large.n_iterations_ < small.n_iterations_
        and large.n_candidates_[1] < small.n_candidates_[1],
        "Fewer are dropped at a time, in more rounds": large.n_iterations_ > small.n_iterations_,
        "There are more folds": large.n_splits_ > small.n_splits_,
    }
    assert said[fact.answer] and not any(said[wrong] for wrong in fact.wrong)


@proves("halving-resource-formula")
def test_resources_grow_by_powers(fact: Fact) -> None:
    least, factor = 50, 3
    formulas: dict[str, Callable[[int], int]] = {
        "min_resources * factor ** i": lambda i: least * factor**i,
        "min_resources * factor * i": lambda i: least * factor * i,
        "min_resources + factor ** i": lambda i: least + factor**i,
        "min_resources * factor ** (i + 1)": lambda i: least * factor ** (i + 1),
    }
    real = halved(min_resources=least, factor=factor).n_resources_
    fitting = [text for text, of in formulas.items() if [of(i) for i in range(len(real))] == real]
    assert fitting == [fact.answer]


@proves("halving-verbose")
def test_the_three_values_of_each_round(fact: Fact, capsys: Printed) -> None:
    first = log(capsys, **NOTES).split("-" * 10)[1]
    assert tuple(re.findall(r"^(\w+): \d+$", first, re.MULTILINE)) == fact.right
    assert first.strip().splitlines()[-1].startswith("Fitting")


@proves("halving-log-data-line")
def test_the_block_of_the_notes(fact: Fact, capsys: Printed) -> None:
    block = log(capsys, **NOTES).split("-" * 10)[3]
    lines = {
        "iter: 2": "iter",
        "n_candidates: 5": "candidates",
        "n_resources: 450": "samples",
        "totalling 25 fits": "fits",
    }
    assert all(line in block for line in lines)
    assert lines[fact.answer] == "samples"
    assert {lines[wrong] for wrong in fact.wrong} == {"iter", "candidates", "fits"}
    assert halved(**NOTES).n_resources_[2] == 450


@proves("halving-log-iter")
def test_rounds_are_counted_from_zero(fact: Fact, capsys: Printed) -> None:
    of_round = re.findall(r"^iter: (\d+)$", log(capsys, **NOTES), re.MULTILINE)
    shown = re.search(r"iter: (\d+)", fact.ask)
    assert shown and of_round.index(shown[1]) + 1 == fact.value


@proves("halving-log-second")
def test_the_second_round_of_the_notes(fact: Fact) -> None:
    factor, first, third = numbers(fact)
    assert halved(**NOTES, factor=factor).n_candidates_[:3] == [first, fact.value, third]


@proves("halving-log-next")
def test_the_round_after_those_shown(fact: Fact) -> None:
    factor, *shown = numbers(fact)
    left = halved(n_candidates=shown[0], min_resources=20, factor=factor).n_candidates_
    assert left[:4] == [*shown, fact.value]


@proves("halving-log-resources")
def test_resources_of_a_round(fact: Fact) -> None:
    least, factor, of_round = numbers(fact)
    assert halved(min_resources=least, factor=factor).n_resources_[of_round] == fact.value


@proves("halving-log-back")
def test_back_to_the_first_round(fact: Fact) -> None:
    factor, shown, of_round = numbers(fact)
    search = halved(min_resources=fact.value, factor=factor, n_candidates=27)
    assert search.n_resources_[of_round] == shown


@proves("halving-log-factor")
def test_the_factor_behind_a_log(fact: Fact) -> None:
    left, given = numbers(fact)[:3], numbers(fact)[3:]
    shown = list(zip(left, given, strict=True))
    fitting = [
        factor
        for factor in range(2, 8)
        if rounds(halved(factor=factor, n_candidates=left[0], min_resources=given[0]))[:3] == shown
    ]
    assert fitting == [fact.value]


@proves("halving-log-fits")
def test_the_line_totals_candidates_times_folds(fact: Fact, capsys: Printed) -> None:
    line = fact.cards[0].ask.en.partition(": ")[2].replace("[…]", fact.answer)
    assert f"\n{line}\n" in log(capsys, **NOTES)


@proves("halving-log-folds")
def test_the_folds_behind_a_line(fact: Fact, capsys: Printed) -> None:
    candidates, fits = numbers(fact)
    line = f"for each of {candidates} candidates, totalling {fits} fits"
    assert line in fact.ask
    assert line in log(capsys, n_candidates=candidates, cv=fact.value)


@proves("halving-log-train-samples", "halving-log-score-samples")
def test_resources_are_split_into_folds(fact: Fact, monkeypatch: pytest.MonkeyPatch) -> None:
    resources, folds = numbers(fact)
    trained: list[int] = []
    fit = DummyClassifier.fit

    def counted(model: Any, x: Any, *rest: Any) -> Any:
        trained.append(len(x))
        return fit(model, x, *rest)

    monkeypatch.setattr(DummyClassifier, "fit", counted)
    halved(samples=resources, min_resources=resources, n_candidates=1, cv=folds, refit=False)
    seen = {"halving-log-train-samples": trained[0], "halving-log-score-samples": None}
    seen["halving-log-score-samples"] = resources - trained[0]
    assert trained == [trained[0]] * folds
    assert seen[fact.id] == fact.value


@proves("halving-log-total")
def test_the_fits_of_all_rounds(fact: Fact, capsys: Printed) -> None:
    *left, folds = numbers(fact)
    text = log(capsys, n_candidates=left[0], cv=folds)
    assert list(map(int, re.findall(r"n_candidates: (\d+)", text))) == left
    assert sum(map(int, re.findall(r"totalling (\d+) fits", text))) == fact.value
