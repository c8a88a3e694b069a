"""The scores of imbalanced classes, asked of scikit-learn; SMOTE is in test_smote."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import sklearn.metrics
from sklearn.exceptions import UndefinedMetricWarning
from sklearn.metrics import (
    accuracy_score,
    confusion_matrix,
    f1_score,
    precision_score,
    recall_score,
)

from tests.facts.choices import only_the_answer
from tests.facts.code import keywords
from tests.facts.counts import counts
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, default, literal, proves

CLASSES: Any = np.repeat([0, 1, 2], [60, 20, 10])
"""Labels of three classes."""


def share(text: str) -> Fraction:
    """Return 0.8, 4/5 or 80% as one number."""
    return Fraction(text.removesuffix("%")) / (100 if text.endswith("%") else 1)


def cases(found: int, missed: int, false_alarms: int, rest: int) -> tuple[Any, Any]:
    """Return what is true and what is predicted, of two classes."""
    counted = [found, missed, false_alarms, rest]
    return np.repeat([1, 1, 0, 0], counted), np.repeat([1, 0, 1, 0], counted)


def never_one(fact: Fact) -> tuple[Any, Any]:
    """Return the labels of the question and a model that calls all of them 0."""
    zeros, ones = counts(fact)
    return cases(found=0, missed=ones, false_alarms=0, rest=zeros)


def frauds(fact: Fact) -> tuple[Any, Any]:
    real, alarms, found = counts(fact)
    return cases(found, real - found, alarms - found, 90)


@proves("imb-accuracy-trap")
def test_the_majority_alone_is_accurate(fact: Fact) -> None:
    assert {float(share(right)) for right in fact.right} == {accuracy_score(*never_one(fact))}


@proves("imb-f1-trap")
def test_the_majority_alone_has_no_f1(fact: Fact) -> None:
    said = {float(share(right.removesuffix("점"))) for right in fact.right}
    assert said == {f1_score(*never_one(fact))}


@proves("imb-precision-what")
def test_what_precision_divides_by(fact: Fact) -> None:
    said = {
        "Of those called 1, how many really are 1": 4 / (4 + 1),
        "Of the real 1s, how many were found": 4 / (4 + 6),
        "Of all cases, how many were right": (4 + 89) / 100,
        "Of the real 0s, how many were called 0": 89 / (89 + 1),
    }
    only_the_answer(fact, lambda option: precision_score(*cases(4, 6, 1, 89)) == said[option])


@proves("imb-precision-value")
def test_the_precision_of_the_alarms(fact: Fact) -> None:
    assert {float(share(right)) for right in fact.right} == {precision_score(*frauds(fact))}


@proves("imb-recall-value")
def test_the_recall_of_the_frauds(fact: Fact) -> None:
    assert {float(share(right)) for right in fact.right} == {recall_score(*frauds(fact))}


@proves("imb-false-alarms")
def test_misses_lower_it_and_false_alarms_do_not(fact: Fact) -> None:
    def holds(option: str) -> bool:
        score = getattr(sklearn.metrics, f"{option}_score")
        before = score(*cases(8, 2, 5, 85))
        return bool(score(*cases(7, 3, 5, 85)) < before and score(*cases(8, 2, 9, 81)) == before)

    only_the_answer(fact, holds)


@proves("imb-harmonic")
def test_f1_goes_with_the_smaller_one(fact: Fact) -> None:
    case = cases(found=1, missed=9, false_alarms=0, rest=90)
    assert {f"{precision_score(*case)}", f"{recall_score(*case)}"} <= set(
        re.findall(r"\d\.\d", fact.ask)
    )
    score = f1_score(*case)
    assert score == pytest.approx(2 * 1.0 * 0.1 / (1.0 + 0.1))
    only_the_answer(fact, lambda option: option == f"{score:.2f}")


@proves("imb-confusion-missed")
def test_where_the_missed_ones_stand(fact: Fact) -> None:
    matrix = literal(fact.ask[fact.ask.index("[[") : fact.ask.index("]]") + 2])
    case = cases(found=2, missed=fact.value, false_alarms=5, rest=90)
    assert confusion_matrix(*case).tolist() == matrix


@proves("imb-no-positives")
def test_a_precision_of_nothing(fact: Fact) -> None:
    case = cases(found=0, missed=5, false_alarms=0, rest=95)
    with pytest.warns(UndefinedMetricWarning):
        score = precision_score(*case)
    only_the_answer(fact, lambda option: option == f"It warns and returns {score}")
    assert np.isnan(precision_score(*case, zero_division=np.nan))


@proves("imb-average-default")
def test_average_by_default(fact: Fact) -> None:
    assert (default(f1_score, "average"),) == fact.holes
    case = cases(4, 6, 1, 89)
    assert f1_score(*case) == f1_score(*case, average=None)[1]


@proves("imb-multiclass-error")
def test_three_classes_without_an_average(fact: Fact) -> None:
    ended = outcome(lambda: f1_score(CLASSES, CLASSES))
    only_the_answer(fact, lambda option: ended in option)


@proves("imb-macro")
def test_each_class_counts_alike(fact: Fact) -> None:
    predicted: Any = np.repeat([0, 1, 0], [60, 20, 10])
    mean = f1_score(CLASSES, predicted, average=None).mean()
    assert f1_score(CLASSES, predicted, average=fact.answer) == pytest.approx(mean)
    assert {fact.answer, keywords(fact.right[1])["average"]} == {fact.answer}
    assert f1_score(CLASSES, predicted, average="weighted") > mean


@proves("imb-micro")
def test_adding_up_all_classes_is_accuracy(fact: Fact) -> None:
    predicted: Any = np.repeat([0, 1, 0], [55, 25, 10])
    accuracy = accuracy_score(CLASSES, predicted)
    assert f1_score(CLASSES, predicted, average=fact.answer) == pytest.approx(accuracy)
    assert {fact.answer, keywords(fact.right[1])["average"]} == {fact.answer}
    for other in ("macro", "weighted"):
        assert f1_score(CLASSES, predicted, average=other) != pytest.approx(accuracy)


@proves("imb-which-shows-it")
def test_which_average_is_not_fooled(fact: Fact) -> None:
    def low(option: str) -> bool:
        name, average = re.findall(r"(\w+)\(y, pred(?:, average='(\w+)')?\)", option)[0]
        how = {"average": average} if average else {}
        return bool(getattr(sklearn.metrics, name)(*never_one(fact), **how) < 0.5)

    only_the_answer(fact, low)
