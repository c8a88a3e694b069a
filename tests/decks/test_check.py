"""`quiz check` names everything to mend, with its place; the cards work all the same."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.decks.check import Judged, Report, check, files_of, types
from quiz.decks.edit import mint_ids
from quiz.decks.rules import RULES
from quiz.errors import DeckError

GOOD = """\
title: Good
cards:
  - id: one
    ask: {ko: 다중 분류의 마지막 활성화 함수는?, en: Which last activation for multiclass?}
    answer: softmax
    why: It gives probabilities that add up to 1.
    source: notes, 1
    weak: [loss-spelling]
  - id: two
    kind: choice
    ask: {ko: 어느 것이 함수인가?, en: Which is a function?}
    answer: relu
    wrong: [{text: axis, why: An argument.}, {text: 3.0, why: A number.}]
    why: It gives the larger of its input and 0.
    source: notes, 2
"""
SPOTS = "weak-spots:\n  - {id: loss-spelling, name: Losses, sentence: s, spelling: true}\n"


@pytest.fixture
def checked(tmp_path: Path) -> Callable[..., Report]:
    """Give a function that writes decks named a.yaml, b.yaml … and checks their folder."""

    def run(*decks: str) -> Report:
        (tmp_path / "weak-spots.yaml").write_text(SPOTS)
        for name, deck in zip("abcdef", decks, strict=False):
            (tmp_path / f"{name}.yaml").write_text(deck)
        return check([tmp_path])

    return run


Checked = Callable[..., Report]


def found(report: Report) -> list[tuple[str, int, str, str]]:
    """Return file name, line, card and code of each problem."""
    return [(Path(p.file).name, p.line, p.card, p.code) for p in report.problems]


def test_a_good_deck_has_nothing_to_mend(checked: Checked) -> None:
    assert checked(GOOD) == Report(2, ())


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("id: one\n    ", "", (3, "", "missing-id")),
        ("weak: [loss-spelling]", "weak: [loss-speling]", (8, "one", "unknown-weak-spot")),
        ("weak: [loss-spelling]", "weak: nothing", (8, "one", "unknown-weak-spot")),
        (", en: Which last activation for multiclass?", "", (4, "one", "missing-language")),
        ("ko: 어느 것이 함수인가?, ", "", (11, "two", "missing-language")),
        ("    why: It gives probabilities that add up to 1.\n", "", (3, "one", "missing-why")),
        ("    source: notes, 2\n", "", (9, "two", "missing-source")),
        ("for multiclass", "for Softmax", (4, "one", "answer-in-question")),
        ("다중 분류의", "softmax는", (4, "one", "answer-in-question")),
        ("answer: softmax", "answr: softmax", (5, "one", "unknown-key")),
    ],
)
def test_each_problem_has_its_line_and_card(
    checked: Checked, old: str, new: str, problem: tuple[int, str, str]
) -> None:
    assert GOOD.count(old) == 1
    report = checked(GOOD.replace(old, new))
    assert ("a.yaml", *problem) in found(report)
    assert all(p.message.ko and p.message.en and p.hint for p in report.problems)


def test_what_works_all_the_same_is_advice(checked: Checked) -> None:
    report = checked(GOOD.replace("    source: notes, 2\n", ""))
    assert [problem.level for problem in report.problems] == ["advice"]


def test_a_weak_spot_nearly_named_is_suggested(checked: Checked) -> None:
    (problem,) = checked(GOOD.replace("[loss-spelling]", "[loss-speling]")).problems
    assert problem.level == "error"
    assert "loss-spelling" in problem.hint.en
    assert problem.column == 12


def test_a_weak_spot_of_the_whole_deck_is_checked_once(checked: Checked) -> None:
    report = checked("weak: [typo]\n" + GOOD)
    assert found(report) == [("a.yaml", 0, "", "unknown-weak-spot")]


def test_without_declared_weak_spots_all_are_unknown(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)
    assert [problem.code for problem in check([tmp_path]).problems] == ["unknown-weak-spot"]


def test_an_id_in_two_decks_names_both_places_and_counts_once(checked: Checked) -> None:
    other = GOOD.replace("id: two", "id: three").replace("함수인가", "인자인가")
    report = checked(GOOD, other.replace("다중 분류의", "여러"))
    assert found(report) == [("b.yaml", 3, "one", "duplicate-id")]
    assert "a.yaml:3" in report.problems[0].message.en
    assert "b.yaml:3" in report.problems[0].message.en
    assert report.cards == 3


def test_the_same_question_twice_is_found_across_decks(checked: Checked) -> None:
    other = GOOD.replace("id: one", "id: three").replace("id: two", "id: four")
    report = checked(GOOD, other.replace("WHICH", "Which  ").replace("함수인가", "인자인가"))
    assert found(report) == [("b.yaml", 3, "three", "same-question")]
    assert "a.yaml:3" in report.problems[0].message.en


def test_one_question_over_different_options_is_not_the_same(checked: Checked) -> None:
    other = GOOD[GOOD.index("  - id: two") :].replace("two", "three").replace("axis", "units")
    assert checked(GOOD + other) == Report(3, ())


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        ("softmaxes?", "softmax"),
        ("Is it sparse_categorical_crossentropy?", "categorical_crossentropy"),
        ("Is it on axis=1?", "1"),
        ("Is 0x10 or?", "or"),
    ],
)
def test_a_part_of_a_word_gives_nothing_away(checked: Checked, ask: str, answer: str) -> None:
    deck = f"cards:\n  - {{id: x, ask: {ask!r}, answer: {answer!r}, why: w, source: s}}\n"
    assert checked(deck) == Report(1, ())


def test_the_other_holes_of_a_cloze_may_give_one_away(checked: Checked) -> None:
    deck = (
        "cards:\n  - id: x\n    kind: cloze\n    why: w\n    source: s\n"
        "    text: '{{c1::sigmoid}} for two classes; sigmoid is {{c2::a function}}'\n"
    )
    report = checked(deck)
    assert found(report) == [("a.yaml", 6, "x", "answer-in-question")]
    assert report.cards == 2


def test_a_deck_that_cannot_be_read_hides_no_other(checked: Checked) -> None:
    report = checked("cards: [\n", "\x00", GOOD, "")
    assert report.cards == 2
    assert {name for name, *_ in found(report)} == {"a.yaml", "b.yaml", "d.yaml"}


def test_a_bad_card_is_named_and_not_judged_by_the_rules(checked: Checked) -> None:
    report = checked("cards:\n  - just text\n  - id: x\n    ask: y\n")
    assert [code for *_, code in found(report)] == ["not-a-card", "missing-key"]
    assert report.cards == 0


def test_a_bad_weak_spot_is_reported_once_for_its_folder(tmp_path: Path) -> None:
    (tmp_path / "weak-spots.yaml").write_text("weak-spots:\n  - {id: x}\n" + SPOTS[12:])
    for name in "ab":
        (tmp_path / f"{name}.yaml").write_text("cards: []\n")
    assert {name for name, *_ in found(check([tmp_path]))} == {"weak-spots.yaml"}
    assert len(check([tmp_path]).problems) == 1


def test_fixed_ids_are_problems_no_more(checked: Checked, tmp_path: Path) -> None:
    deck = GOOD.replace("id: one\n    ", "").replace("id: two\n    ", "")
    assert [code for *_, code in found(checked(deck))] == ["missing-id", "missing-id"]
    assert sum(map(mint_ids, files_of([tmp_path]))) == 2
    assert check([tmp_path]) == Report(2, ())


def test_files_and_folders_may_be_named_each_once(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "weak-spots.yaml", ".hidden.yaml", "notes.txt"):
        (tmp_path / name).touch()
    assert files_of([tmp_path / "b.yaml", tmp_path]) == [tmp_path / "b.yaml", tmp_path / "a.yml"]


def test_a_folder_that_cannot_be_read_is_an_error_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.listdir", refuse)
    with pytest.raises(DeckError, match="Permission denied") as refusal:
        files_of([tmp_path])
    assert refusal.value.hint


def test_each_typed_card_shows_how_it_is_judged(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        GOOD + "  - {ask: x, answer: '(28, 28, 1)'}\n  - {id: p, ask: x, answer: y, type: prose}\n"
    )
    assert [*types([path])] == [
        Judged(str(path), "one", "names"),
        Judged(str(path), ":16", "values"),
        Judged(str(path), "p", "prose"),
    ]


def test_every_rule_says_in_one_line_what_it_finds() -> None:
    assert all(rule.about and "\n" not in rule.about for rule in RULES.values())


def test_the_decks_of_this_program_have_nothing_to_mend() -> None:
    folder = Path(__file__).parents[2] / "decks"
    report = check([folder])
    assert report.cards >= 100
    assert not report.problems


def test_problems_come_in_the_order_of_the_lines(checked: Checked) -> None:
    report = checked("cards:\n  - {ask: x, answer: y}\n  - text\n  - {ask: z, answer: y}\n")
    lines = [line for _, line, *_ in found(report)]
    assert len(set(lines)) == 3
    assert all(one <= other for one, other in itertools.pairwise(lines))
