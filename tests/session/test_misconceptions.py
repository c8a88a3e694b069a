"""What the learner gets wrong in shapes is asked again until it is gone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.cards.shape import Shape
from quiz.marking.mark import Mistake, Verdict
from quiz.memory.misconceptions import Misconceptions, generated_cards
from quiz.memory.queue import plan
from quiz.session import Session
from quiz.shapes.misconceptions.known import wrong_answers
from tests.desk import Desk

POOLED = """\
  - id: {id}
    kind: shape
    asked: shape
    ask: {{ko: output_shape은?, en: Which output_shape?}}
    draw:
      - size = 12, 13, 14, 15
    code: |
      model = Sequential()
      model.add(MaxPooling2D({pool}, input_shape=({{size}}, {{size}}, 4)))
"""
DECK = "cards:\n" + "".join(
    POOLED.format(id=id, pool=pool) for id, pool in (("pool-two", 2), ("pool-other", "2, 1"))
)
PLAIN = "  - {id: plain, ask: Which optimizer?, answer: adam}\n"


class ShapeDesk(Desk):
    """A desk with two shape cards; rounding matters in the first alone, for odd sizes."""

    def asked(self, seed: int) -> Session:
        self.wait(days=40)
        rng = random.Random(seed)
        entries = [e for e in plan(self.store, cram=True, rng=rng) if e.card == "pool-two"]
        return Session(self.store, entries, clock=self.clock, rng=rng)

    def shown(self) -> frozenset[str]:
        return Misconceptions(self.store).shown


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ShapeDesk]:
    desk = ShapeDesk(tmp_path, DECK + PLAIN)
    yield desk
    desk.store.close()


def card_of(session: Session) -> tuple[Shape, int]:
    assert session.question and isinstance(session.question.card, Shape)
    return session.question.card, session.question.seed


def answer(session: Session, misconception: str = "") -> None:
    """Answer as one who holds it, or right."""
    card, seed = card_of(session)
    wrong = {one.id: answer for one, answer in wrong_answers(card.visit(seed))}
    right = str(card.visit(seed).answer())
    assert session.answer(wrong[misconception] if misconception else right)


def rounding_shown(desk: ShapeDesk) -> Session:
    session = next(
        session
        for session in map(desk.asked, range(20))
        if card_of(session)[0].exposes(card_of(session)[1], {"ceil-for-floor"})
    )
    answer(session, "ceil-for-floor")
    return session


def test_the_misconception_behind_a_wrong_answer_is_remembered(desk: ShapeDesk) -> None:
    session = rounding_shown(desk)
    assert session.mark and session.mark.verdict is Verdict.WRONG
    assert "ceil-for-floor" in desk.shown()
    (line,) = desk.store.history("pool-two")
    assert isinstance(line.mistake, Mistake)
    assert line.mistake.kind == "misconception"
    assert line.seed == card_of(session)[1]


def test_what_was_shown_is_asked_again_with_numbers_that_expose_it(desk: ShapeDesk) -> None:
    rounding_shown(desk)
    for seed in range(10):
        card, drawn = card_of(desk.asked(seed))
        assert card.exposes(drawn, desk.shown())


def test_two_right_answers_to_what_exposes_it_and_it_is_gone(desk: ShapeDesk) -> None:
    rounding_shown(desk)
    answer(desk.asked(1))
    assert "ceil-for-floor" in desk.shown()
    answer(desk.asked(2))
    assert not desk.shown()


def test_undo_takes_the_misconception_back(desk: ShapeDesk) -> None:
    session = rounding_shown(desk)
    assert session.undo() == "pool-two"
    assert not desk.shown()


def test_undoing_a_right_answer_lets_it_stand_again(desk: ShapeDesk) -> None:
    rounding_shown(desk)
    answer(desk.asked(1))
    session = desk.asked(2)
    answer(session)
    session.undo()
    assert desk.shown()


def test_a_new_index_knows_what_was_shown(desk: ShapeDesk) -> None:
    rounding_shown(desk)
    before = desk.shown()
    desk.store.close()
    (desk.places.home / "index.db").unlink()
    desk.store = desk.open()
    assert desk.shown() == before


def test_cards_that_train_it_come_sooner(desk: ShapeDesk) -> None:
    rounding_shown(desk)
    trained = Misconceptions(desk.store).are_trained_by
    assert trained("pool-two")
    assert not trained("plain")
    assert generated_cards(desk.store.db) == {"pool-two", "pool-other"}
