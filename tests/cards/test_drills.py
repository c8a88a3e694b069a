"""Drills made of a card: what is wrong in them is never a real name, and an id says all of one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.cards.card import Input
from quiz.cards.drills.drill import drill
from quiz.cards.drills.ids import drill_id, is_drill, made_of, read_id
from quiz.cards.drills.letters import holed
from quiz.cards.drills.spelling import WRONG, detail_of, wrong_spellings
from quiz.cards.typed import Typed
from quiz.marking.mark import Verdict
from quiz.marking.names_list import RealNames
from quiz.marking.patterns import Pattern
from quiz.text import Text

NAMES = RealNames()
REAL = st.sampled_from(sorted(name for name in NAMES if name.isascii() and len(name) > 4))
AR = Pattern("ending", "-ar", "-er")
PATTERNS = st.lists(
    st.sampled_from(
        [AR, Pattern("r/l", "r", "l"), Pattern("undoubled", "s", "ss"), Pattern("vowel", "e", "i")]
    ),
    unique=True,
)


def card(name: str) -> Typed:
    """Return a typed card with this answer."""
    answer, ask = Text(name, name), Text("무엇?", "Which?")
    return Typed(
        id="a-card", note="a-card", deck="d", ask=ask, why=Text(), source="", weak=("spot",),
        tags=(), line=1, answer=answer,
    )  # fmt: skip


@given(REAL, PATTERNS)
def test_wrong_spellings_are_wrong_and_no_other_name(name: str, patterns: list[Pattern]) -> None:
    wrong = wrong_spellings(name, patterns, NAMES)
    assert len(wrong) <= WRONG == 3
    assert len({name, *wrong}) == len(wrong) + 1
    assert all(NAMES.get(one) is None for one in wrong)


@given(REAL, PATTERNS)
def test_a_hole_leaves_enough_to_read_and_the_name_fills_it(
    name: str, patterns: list[Pattern]
) -> None:
    if not (shown := holed(name, patterns)):
        return
    assert shown.count("?") <= max(0.4 * len(name), 1)
    known = read_id(drill_id("a-card", "letters", shown))
    assert known
    made = drill(card(name), known)
    assert made
    question = made.question(5)
    assert question.input is Input.LINE
    assert made.mark(question, name, NAMES).verdict is Verdict.RIGHT


def test_the_own_slips_come_first() -> None:
    assert wrong_spellings("RobustScaler", [AR], NAMES)[0] == "RobustScalar"
    assert holed("RobustScaler", [AR]) == "RobustScal?r"
    vowels = [Pattern("vowel", "a", wrong) for wrong in "ei"]
    assert holed("learning_rate", vowels).count("?") <= 5


def test_equal_seeds_show_equal_options() -> None:
    wrong = wrong_spellings("RobustScaler", [AR], NAMES)
    known = read_id(drill_id("a-card", "spelling", detail_of(wrong)))
    assert known
    made = drill(card("RobustScaler"), known)
    assert made
    assert made.question(3) == made.question(3)
    assert made.weak == ("spot",)
    numbers = {str(option): n for n, option in enumerate(made.question(3).options, 1)}
    mark = made.mark(made.question(3), str(numbers["RobustScalar"]), NAMES)
    assert mark.mistake
    assert (mark.verdict, mark.mistake.kind) == (Verdict.WRONG, "ending")


def test_a_drill_of_an_answer_that_changed_is_gone() -> None:
    for form, detail in (("letters", "Robust?"), ("spelling", "mse+a+b"), ("contrast", "mse")):
        known = read_id(drill_id("a-card", form, detail))
        assert known
        assert drill(card("mse"), known) is None


@given(st.text("ab~-", min_size=1), st.sampled_from(["letters", "contrast"]))
def test_an_id_gives_back_its_parts(id: str, form: str) -> None:
    whole = drill_id(id, form, "detail")
    assert read_id(whole) == (id, form, "detail")
    assert made_of(whole) == id
    assert is_drill(whole)
    assert not is_drill("scaler-robust")
    assert made_of("scaler-robust") == "scaler-robust"
