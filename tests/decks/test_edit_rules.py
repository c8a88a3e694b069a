"""Whatever the deck and whatever the edit: other bytes stay, and what was asked is there."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quiz.decks.edit import accept, add_card, mint_ids, remove_card, replace_card
from quiz.decks.emit import Style, Value, flow, item
from quiz.decks.yaml import read
from tests.decks.values import both, texts, values

some = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@dataclass
class Written:
    """A deck as a learner may have written it: what stands before, in and after each card."""

    before: str
    parts: list[tuple[str, str, str]]
    """A card's lead (comments, blank lines), the card, and what follows it in its last line."""
    after: str
    raws: list[dict[str, Value]]

    def text(self) -> str:
        return self.before + "".join(map("".join, self.parts)) + self.after

    def around(self, number: int) -> tuple[str, str]:
        """Return all that stands before and after one card."""
        before = self.before + "".join(map("".join, self.parts[:number])) + self.parts[number][0]
        rest = "".join(map("".join, self.parts[number + 1 :]))
        return before, self.parts[number][2] + rest + self.after


bodies: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"ask": texts | both},
    optional={
        "answer": values,
        "accept": st.lists(texts, max_size=3),
        "why": texts | both,
        "wrong": st.lists(texts | both | st.fixed_dictionaries({"text": both, "why": texts})),
        "x-y": values,
    },
)
leads = st.sampled_from(["", "\n", "\n\n", "# - id: 없음: [\n", "\n    # 다음 😀\n", "   \n"])
AFTER = ["", "# end", "\n\n", "# 끝\ntitle: 끝\n", "weak: [a]", "\n      # all\n"]
ends = st.sampled_from(["", "  # : 'c", " ", "\n      # inner", "\n"])


def as_read(parts: list[tuple[str, str, str]], after: str) -> Any:
    """Return the cards that YAML reads where `after` follows `parts`."""
    return read("cards:\n" + "".join(map("".join, parts)) + after)["cards"]


@st.composite
def decks(draw: st.DrawFn, named: bool = True) -> Written:
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    column = draw(st.integers(0, 5))
    gap = draw(st.integers(2, 4))
    raws: list[dict[str, Value]] = []
    parts: list[tuple[str, str, str]] = []
    for number, body in enumerate(draw(st.lists(bodies, min_size=1, max_size=4))):
        raw: dict[str, Value] = dict(body)
        if named or draw(st.booleans()):
            raw = {"id": f"c{number}", **body}
        style = Style(draw(st.integers(1, 4)), gap, draw(st.booleans()))
        card = "- " + flow(raw) if draw(st.integers(0, 4)) == 0 else item(raw, column, style)
        end = draw(ends)
        card = card.removesuffix("\n")
        if not same(read(f"cards:\n{' ' * column}{card}{end}")["cards"], [raw]):
            end = ""  # it would be a part of the card's last text
        lead = draw(leads)
        if parts and not same(as_read(parts, lead), raws):
            lead = ""  # it would be a part of the text above
        parts.append((lead + " " * column, card, end + "\n"))
        raws.append(raw)
    after = draw(st.sampled_from(AFTER))
    if not same(as_read(parts, after), raws):
        after = ""
    if draw(st.booleans()) and not after and parts[-1][2] == "\n":
        parts[-1] = (*parts[-1][:2], "")
    before = draw(st.sampled_from(["", "\ufeff", "# 😀\nname: {ko: 가}\n", "'name': |\n  x\n\n"]))
    breaks = [tuple(piece.replace("\n", newline) for piece in part) for part in parts]
    start = (before + "cards:" + draw(st.sampled_from(["\n", " # all\n"]))).replace("\n", newline)
    return Written(start, breaks, after.replace("\n", newline), raws)  # type: ignore[arg-type]


def edited(text: str, change: Callable[[Path], object]) -> str:
    """Return what the file that holds `text` holds after `change`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "deck.yaml")
        path.write_bytes(text.encode())
        change(path)
        assert len([*path.parent.iterdir()]) == 1
        return path.read_bytes().decode()


def same(one: Any, other: Any) -> bool:
    """Tell whether two decks are equal but for the line break that ends a file's last text."""
    if isinstance(one, str) or isinstance(other, str):
        return bool(one.rstrip("\n") == other.rstrip("\n"))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return len(one) == len(other) and all(map(same, one, other))


def check(old: str, new: str, cards: list[Any]) -> None:
    """Check that `new` has `cards` and all else that `old` has."""
    expected = {**read(old.removeprefix("\ufeff")), "cards": cards}
    assert same(read(new.removeprefix("\ufeff")), expected)


def only_between(old: str, before: str, after: str, new: str) -> None:
    """Check that `new` differs from `old` nowhere but between `before` and `after`."""
    assert old.startswith(before)
    assert old.endswith(after)
    assert new.startswith(before)
    assert new.endswith(after)
    assert len(new) >= len(before) + len(after)


@some
@given(decks(), bodies)
def test_adding_a_card_only_inserts(deck: Written, body: dict[str, Value]) -> None:
    old = deck.text()
    new = edited(old, lambda path: add_card(path, {"id": "new", **body}))
    inserted = len(new) - len(old)
    at = next((n for n, (x, y) in enumerate(zip(old, new, strict=False)) if x != y), len(old))
    assert any(new[:n] + new[n + inserted :] == old for n in range(max(0, at - inserted), at + 1))
    check(old, new, [*deck.raws, {"id": "new", **body}])


@some
@given(decks(), st.data())
def test_replacing_a_card_changes_only_its_characters(deck: Written, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(deck.raws) - 1))
    # Some of the old card stays, so that the two have something in common.
    kept = data.draw(st.sets(st.sampled_from(sorted(deck.raws[number]))))
    raw: dict[str, Value] = {
        **data.draw(bodies),
        **{key: value for key, value in deck.raws[number].items() if key in kept},
        "id": f"c{number}",
    }
    old = deck.text()
    new = edited(old, lambda path: replace_card(path, f"c{number}", raw))
    before, after = deck.around(number)
    only_between(old, before, after.removeprefix(deck.parts[number][2]), new)
    check(old, new, [raw if n == number else each for n, each in enumerate(deck.raws)])


@some
@given(decks(), st.data(), texts.filter(lambda text: "\n" not in text))
def test_another_line_as_question_changes_no_other_character(
    deck: Written, data: st.DataObject, ask: str
) -> None:
    number = data.draw(st.integers(0, len(deck.raws) - 1))
    old = deck.text().removeprefix("\ufeff")
    cards: Any = read(old)["cards"]
    place = cards[number]["ask"]
    assume(not isinstance(place, dict) and not old.startswith("|", place.start))
    raw = {**deck.raws[number], "ask": ask}
    new = edited(old, lambda path: replace_card(path, f"c{number}", raw))
    only_between(old, old[: place.start], old[place.end :], new)


@some
@given(decks(), st.data(), texts)
def test_accepting_an_answer_changes_only_that_list(
    deck: Written, data: st.DataObject, answer: str
) -> None:
    number = data.draw(st.integers(0, len(deck.raws) - 1))
    raw = deck.raws[number]
    accepted: Any = raw.get("accept", [])
    old = deck.text()
    new = edited(old, lambda path: accept(path, f"c{number}", answer))
    expected = {**raw, "accept": [*accepted, *([] if answer in accepted else [answer])]}
    check(old, new, [expected if n == number else each for n, each in enumerate(deck.raws)])
    assert new.startswith(deck.around(number)[0])


@some
@given(decks(), st.data())
def test_removing_a_card_only_deletes(deck: Written, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(deck.raws) - 1))
    before, after = deck.around(number)
    left = [each for n, each in enumerate(deck.raws) if n != number]
    rest = after.removeprefix(deck.parts[number][2])
    # A comment that would become a part of the text above keeps its card where it is.
    assume(not left or same(read((before + "\n" + rest).removeprefix("\ufeff"))["cards"], left))
    old = deck.text()
    new = edited(old, lambda path: remove_card(path, f"c{number}"))
    check(old, new, left)
    if left:
        assert new.startswith(before.rstrip())
        assert new.endswith(rest.lstrip())


@some
@given(decks(), bodies)
def test_a_card_added_and_removed_leaves_no_trace(deck: Written, body: dict[str, Value]) -> None:
    def change(path: Path) -> None:
        remove_card(path, add_card(path, body))

    assert edited(deck.text(), change) == deck.text()


@some
@given(decks(named=False))
def test_ids_are_inserted_once_and_nothing_else(deck: Written) -> None:
    old = deck.text()
    counts: list[int] = []
    new = edited(old, lambda path: counts.extend((mint_ids(path), mint_ids(path))))
    cards = read(new.removeprefix("\ufeff"))["cards"]
    assert isinstance(cards, list)
    ids = [card["id"] for card in cards if isinstance(card, dict)]
    assert len({*map(str, ids)}) == len(deck.raws)
    assert counts == [sum("id" not in raw for raw in deck.raws), 0]
    check(old, new, [{**raw, "id": each} for raw, each in zip(deck.raws, ids, strict=True)])
    assert len(new) >= len(old)


@some
@given(decks(), st.binary(max_size=6), st.data())
def test_a_damaged_deck_is_changed_rightly_or_not_at_all(
    deck: Written, junk: bytes, data: st.DataObject
) -> None:
    from quiz.errors import DeckError

    whole = deck.text().encode()
    at = data.draw(st.integers(0, len(whole)))
    damaged = whole[:at] + junk + whole[at + data.draw(st.integers(0, 9)) :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "deck.yaml")
        path.write_bytes(damaged)
        try:
            add_card(path, {"id": "new", "ask": "x"})
        except DeckError:
            assert path.read_bytes() == damaged
        assert [*path.parent.iterdir()] == [path]
