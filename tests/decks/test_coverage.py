"""Every line of the notes is asked by cards or has a reason not to be; what is left is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.decks.check import files_of
from quiz.decks.coverage import Coverage, coverage
from quiz.decks.not_asked import FILE
from quiz.decks.places_in_notes import named_lines

ROOT = Path(__file__).parents[2]
NOTES = "Scalers\n\nStandardScaler: mean 0\nMinMaxScaler: 0 to 1\n-----\nRobustScaler: median\n"
DECK = """\
cards:
  - {id: standard, ask: mean?, answer: "0", source: "notes.txt:3"}
  - {id: both, ask: which?, answer: those, source: "notes.txt:3-4; other.txt:6"}
  - {id: cloze, kind: cloze, text: "{{c1::median}} of {{c2::Robust}}", source: "notes.txt:6"}
  - {id: opinion, ask: best?, answer: none, source: "notes.txt:6", tags: [advice, mine]}
  - {id: elsewhere, ask: x, answer: y, source: "other.txt:1", tags: [world]}
"""
REASONS = "not-asked:\n  - {lines: notes.txt:1, reason: {ko: 제목, en: heading}}\n"

Covered = Callable[..., Coverage]


@pytest.fixture
def covered(tmp_path: Path) -> Covered:
    """Give a function that writes a deck, reasons and notes, and covers the notes."""

    def run(deck: str = DECK, reasons: str = REASONS, notes: str = NOTES) -> Coverage:
        (tmp_path / "deck.yaml").write_text(deck)
        (tmp_path / FILE).write_text(reasons)
        (tmp_path / "notes.txt").write_bytes(notes.encode())
        return coverage(tmp_path / "notes.txt", [tmp_path])

    return run


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("notes.txt:18", [(18, 18)]),
        ("notes.txt:55-57", [(55, 57)]),
        ("notes.txt:55 – 57", [(55, 57)]),
        ("notes.txt:18, 20-22; 30", [(18, 18), (20, 22), (30, 30)]),
        ("notes.txt:18; notes.txt:20", [(18, 18), (20, 20)]),
        ("other.txt:3; notes.txt:18, other.txt:4", [(18, 18)]),
        ("notes.txt:18; 2nd.txt:5", [(18, 18)]),
        ("my-notes.txt:18", []),
        ("notes.txt", []),
        ("notes.txt, 다중분류", []),
        ("notesxtxt:18", []),
        ("", []),
    ],
)
def test_a_source_names_lines_and_ranges_of_lines(
    source: str, lines: list[tuple[int, int]]
) -> None:
    assert [*named_lines(source, "notes.txt")] == lines


def test_each_line_has_the_cards_that_name_it(covered: Covered) -> None:
    lines = {line.number: line.cards for line in covered().lines}
    assert lines == {1: [], 3: ["standard", "both"], 4: ["both"], 6: ["cloze", "opinion"]}


def test_cards_are_counted_if_they_name_the_notes(covered: Covered) -> None:
    assert covered().cards == 4


def test_what_is_advice_or_about_the_world_is_listed(covered: Covered) -> None:
    assert covered().unproven == {"advice": ["opinion"], "world": []}


def test_a_line_without_a_card_has_a_reason(covered: Covered) -> None:
    found = covered()
    assert [(line.number, line.reason.en) for line in found.lines if line.reason] == [
        (1, "heading")
    ]
    assert not found.missed and not found.problems


def test_a_line_with_neither_card_nor_reason_is_missed(covered: Covered) -> None:
    assert [line.number for line in covered(reasons="not-asked: []\n").missed] == [1]
    assert [line.text for line in covered(notes=NOTES + "new").missed] == ["new"]


def test_a_card_without_an_id_is_named_by_its_place(covered: Covered) -> None:
    found = covered(DECK.replace("id: standard, ", ""))
    assert found.lines[1].cards == ["deck:2", "both"]


@pytest.mark.parametrize("lines", ["7", "0", "3-99", "4-3"])
def test_a_line_that_the_notes_do_not_have_is_told_with_its_card(
    covered: Covered, lines: str
) -> None:
    found = covered(DECK.replace('"notes.txt:3"', f'"notes.txt:{lines}"'))
    assert [(p.code, p.line, p.card) for p in found.problems] == [("no-such-line", 2, "standard")]
    assert "1 to 6" in found.problems[0].hint.en


def test_a_reason_for_a_line_that_is_not_there_is_told(covered: Covered) -> None:
    found = covered(reasons=REASONS + "  - {lines: notes.txt:77, reason: x}\n")
    assert [(Path(p.file).name, p.line) for p in found.problems] == [(FILE, 3)]


@pytest.mark.parametrize(
    ("reasons", "code"),
    [
        ("not-asked:\n  - {lines: notes.txt:1}\n", "missing-key"),
        ("not-asked:\n  - {lines: notes.txt:1, why: x, reason: y}\n", "unknown-key"),
        ("not-asked: [\n", "no-value"),
        ("cards: []\n", "unknown-key"),
    ],
)
def test_what_is_wrong_with_the_reasons_is_told(covered: Covered, reasons: str, code: str) -> None:
    assert code in [problem.code for problem in covered(reasons=reasons).problems]


def test_windows_notes_have_the_same_lines(covered: Covered) -> None:
    assert covered(notes=NOTES.replace("\n", "\r\n")).lines == covered().lines


def test_the_reasons_are_no_deck(tmp_path: Path) -> None:
    for name in ("deck.yaml", FILE):
        (tmp_path / name).touch()
    assert files_of([tmp_path, tmp_path / FILE]) == [tmp_path / "deck.yaml"]


ranges = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 4)), max_size=4)


@settings(max_examples=60)
@given(st.lists(ranges, max_size=5), ranges, st.sets(st.integers(1, 12)))
def test_lines_are_asked_by_just_the_cards_that_name_them(
    cards: list[list[tuple[int, int]]], excused: list[tuple[int, int]], blank: set[int]
) -> None:
    import tempfile

    def named(places: list[tuple[int, int]]) -> str:
        return ", ".join(f"n.txt:{first}-{first + more}" for first, more in places)

    def there(places: list[tuple[int, int]]) -> set[int]:
        return {n for first, more in places for n in range(first, first + more + 1)}

    entries = "".join(
        f"  - {{id: c{n}, ask: x, answer: y, source: '{named(places)}'}}\n"
        for n, places in enumerate(cards)
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "n.txt").write_text("".join("\n" if n in blank else "x\n" for n in range(1, 17)))
        (folder / "deck.yaml").write_text(f"cards:\n{entries}" if entries else "cards: []\n")
        reason = f"  - {{lines: '{named(excused)}', reason: r}}\n" if excused else "  []\n"
        (folder / FILE).write_text(f"not-asked:\n{reason}")
        found = coverage(folder / "n.txt", [folder])
    lines = {*range(1, 17)} - blank
    asked = {n: [f"c{c}" for c, places in enumerate(cards) if n in there(places)] for n in lines}
    assert {line.number: line.cards for line in found.lines} == asked
    left = {n for n in lines if not asked[n]} - there(excused)
    assert {line.number for line in found.missed} == left
    assert not found.problems


def test_the_decks_of_this_program_ask_every_line_of_the_notes() -> None:
    found = coverage(ROOT / "tests/data/study-notes.txt", [ROOT / "decks"])
    assert not found.problems
    assert not [(line.number, line.text) for line in found.missed]
    assert not [line.number for line in found.lines if line.cards and line.reason]
    assert found.cards >= 300
