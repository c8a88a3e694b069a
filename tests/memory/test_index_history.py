"""Whatever happens to decks and log, the index says what one made from nothing would say."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from quiz.memory.log import Log
from quiz.memory.review import Deed, Review
from tests.memory.world import World, contents, rebuilt

NAMES = st.sampled_from(["a", "b", "c"])
IDS = st.sampled_from(["one", "two", "three", "four", ""])
CARD_IDS = st.sampled_from(["one", "two", "three", "four", "one-token", "one-line", "two-token"])
CODE = {"kind": "code", "token": "fit", "answer": '"m = M()\\nm.fit(X)"'}
CARDS = st.lists(
    st.tuples(IDS, st.sampled_from(["relu", "softmax", ""]), st.sampled_from(["", "x", "x, y"])),
    max_size=5,
)


class Histories(RuleBasedStateMachine):
    """Decks are written and removed, cards answered here and on another machine, days pass.

    A card is typed, or code in three levels of which the next opens once one holds.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.world = World(Path(self.folder.name))
        self.reviews: list[Review] = []
        self.other = Log(self.world.places.home / "reviews", "other")

    @rule(name=NAMES, cards=CARDS, weak=st.sampled_from(["", "x", "z"]))
    def write_a_deck(self, name: str, cards: list[tuple[str, str, str]], weak: str) -> None:
        self.world.deck(
            name,
            [
                {
                    **({"id": id} if id else {}),
                    "ask": f"Which is {answer}?",
                    **({"answer": answer} if answer else CODE),
                    **({"tags": f"[{tags}]"} if tags else {}),
                }
                for id, answer, tags in cards
            ],
            weak,
        )
        self.world.store.refresh()

    @rule(name=NAMES)
    def remove_a_deck(self, name: str) -> None:
        (self.world.places.decks / f"{name}.yaml").unlink(missing_ok=True)
        self.world.store.refresh()

    @rule(card=CARD_IDS, rating=st.integers(1, 4), scheduled=st.booleans())
    def answer(self, card: str, rating: int, scheduled: bool) -> None:
        self.reviews.append(self.world.answer(card, rating, scheduled=scheduled))

    @rule(data=st.data())
    def answer_a_card_of_a_deck(self, data: st.DataObject) -> None:
        query = """
            select id from cards join decks on decks.key = deck order by file, position
        """
        cards = [id for (id,) in self.world.store.db.execute(query)]
        if cards:
            self.reviews.append(self.world.answer(data.draw(st.sampled_from(cards))))

    @precondition(lambda self: self.reviews)
    @rule(data=st.data(), rating=st.integers(1, 4))
    def rate_anew(self, data: st.DataObject, rating: int) -> None:
        old = data.draw(st.sampled_from(self.reviews))
        self.reviews.append(self.world.answer(old.card, rating, undoes=old.id))

    @precondition(lambda self: self.reviews)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        self.reviews.append(self.world.undo(data.draw(st.sampled_from(self.reviews))))

    @rule(card=CARD_IDS, deed=st.sampled_from([Deed.SUSPEND, Deed.UNSUSPEND, Deed.BURY]))
    def put_away(self, card: str, deed: Deed) -> None:
        self.reviews.append(self.world.deed(deed, card))

    @rule(card=CARD_IDS, rating=st.integers(1, 4), earlier=st.integers(0, 10_000))
    def answer_on_another_machine(self, card: str, rating: int, earlier: int) -> None:
        now, self.world.at = self.world.at, self.world.at - earlier
        self.other.append(self.world.review(card, rating))
        self.world.at = now

    @rule()
    def come_back(self) -> None:
        self.world.reopen()

    @rule(days=st.integers(1, 40))
    def let_days_pass(self, days: int) -> None:
        self.world.wait(days=days)

    @invariant()
    def the_index_is_what_a_new_one_would_be(self) -> None:
        self.world.store.refresh()
        assert contents(self.world.store) == rebuilt(self.world)

    def teardown(self) -> None:
        self.world.store.close()
        self.other.close()
        self.folder.cleanup()


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
