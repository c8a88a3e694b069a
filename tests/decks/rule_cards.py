"""One good card of each kind, of which a test spoils a part, and what `quiz check` says then."""

from __future__ import annotations

from pathlib import Path

from quiz.decks.check import check

ASK = "{ko: 다중 분류의 마지막 활성화 함수는?, en: Which last activation for multiclass?}"
TYPED = f"""\
    ask: {ASK}
    answer: softmax
"""
CHOICE = """\
    kind: choice
    ask: {ko: 어느 것이 희소 행렬에 맞나?, en: Which one suits sparse data?}
    answer: MaxAbsScaler
    wrong:
      - {text: StandardScaler, why: It would fill in the zeros.}
      - {text: MinMaxScaler, why: It refuses sparse input.}
"""
ORDER = """\
    kind: order
    ask: {ko: 무엇을 먼저 하나?, en: What comes first?}
    steps:
      - split
      - fit
"""
LIST = """\
    kind: list
    ask: {ko: 두 가지 padding은?, en: What can padding be?}
    answer:
      - valid
      - same
"""
CLOZE = """\
    kind: cloze
    text: Dense(1, activation='{{c1::sigmoid}}')
"""
WHY = "    why: They add up to 1.\n"
END = "    source: notes.txt:12\n"
LONG = "from sklearn.preprocessing import StandardScaler, OneHotEncoder"


def codes(folder: Path, card: str) -> list[str]:
    """Return the codes of all problems of a deck with this one card."""
    (folder / "deck.yaml").write_text(f"cards:\n  - id: x\n{card}")
    return [problem.code for problem in check([folder]).problems]


def changed(card: str, old: str, new: str) -> str:
    """Return `card` with `new` for `old`, which stands in it once."""
    assert card.count(old) == 1, old
    return card.replace(old, new)
