"""quiz check tries each shape card with several numbers."""

from __future__ import annotations

from pathlib import Path

from quiz.decks.check import check

CARD = """\
cards:
  - id: x
    kind: shape
    asked: shape
    ask: {ko: output_shape은?, en: Which output_shape?}
    draw:
      - size = SIZES
    code: |
      model = Sequential()
      model.add(Conv2D(8, 5, input_shape=({size}, {size}, 1)))
    why: {ko: 커널만큼 줄어요., en: The kernel takes its part.}
    source: notes.txt:12
"""


def found(folder: Path, sizes: str) -> list[tuple[str, int, str]]:
    (folder / "deck.yaml").write_text(CARD.replace("SIZES", sizes))
    problems = check([folder]).problems
    return [(problem.code, problem.line, problem.message.en) for problem in problems]


def test_numbers_with_which_the_program_fails_are_told_with_the_reason(tmp_path: Path) -> None:
    ((code, line, message),) = found(tmp_path, "2, 28")
    assert (code, line) == ("no-answer", 8)
    assert "input_shape=(2, 2, 1)" in message
    assert "5" in message


def test_a_card_that_always_has_an_answer_is_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, "27, 28") == []
