"""Changing one card in a deck file; every other byte of the file stays.

Each function reads the file, works out the new text, reads that again to see that the asked
card changed and nothing else did, and replaces the file in one step. Where any of this fails
it raises DeckError and leaves the file alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from quiz.decks.accepting import accepting
from quiz.decks.adding import append, begun
from quiz.decks.change import Change
from quiz.decks.disk import DISK, Disk
from quiz.decks.draft import Draft
from quiz.decks.emit import Style, Value
from quiz.decks.find import find, id_of, places
from quiz.decks.ids import new_id
from quiz.decks.removing import take_out
from quiz.decks.splice import spliced
from quiz.decks.style import style_of
from quiz.decks.write import rewrite
from quiz.decks.yaml import Map
from quiz.errors import DeckError
from quiz.i18n import _

Card = Mapping[str, Value]
"""A card as it stands in a deck."""
Cards = Sequence[object]


def add_card(path: Path, raw: Card, title: str = "", disk: Disk = DISK) -> str:
    """Append a card to the deck at `path` and return its id: that of `raw`, else a new one.

    A deck that does not exist is made, with `title` (else the file's name).
    """
    card = {"id": new_id(), **plain(raw)}
    card_id = str(card["id"])

    def work(draft: Draft, change: Change) -> Cards:
        if card_id in map(id_of, draft.cards):
            raise DeckError(
                _("There is a card {card} already.", card=card_id),
                _("Give it another id, or none."),
                file=draft.file,
            )
        append(draft, change, card)
        return [*draft.cards, card]

    def new(data: bytes | None) -> bytes:
        draft = Draft(data or b"", str(path))
        if draft.is_empty:
            top: dict[str, Value] = {"title": title or path.stem, "cards": [card]}
            return _checked(draft, begun(draft.text, top), top)
        return _changed(draft, work)

    rewrite(path, new, disk, make_folder=True)
    return card_id


def replace_card(path: Path, card_id: str, raw: Card, disk: Disk = DISK) -> None:
    """Make `raw` the card `card_id`, key by key: what is equal stays as it is written.

    The id stays whatever `raw` says.
    """

    def work(draft: Draft, change: Change) -> Cards:
        number, card, _hole = find(draft, card_id)
        return _put(draft, change, number, {**plain(raw), "id": card["id"]})

    _edit(path, work, disk)


def remove_card(path: Path, card_id: str, disk: Disk = DISK) -> None:
    """Take the card `card_id` out of its deck, with the blank lines that set it apart."""

    def work(draft: Draft, change: Change) -> Cards:
        number, _card, _hole = find(draft, card_id)
        take_out(draft, change, number)
        return [card for at, card in enumerate(draft.cards) if at != number]

    _edit(path, work, disk)


def accept(path: Path, card_id: str, answer: str, disk: Disk = DISK) -> None:
    """Add `answer` to the right answers of the card `card_id`, of a cloze to those of its hole."""

    def work(draft: Draft, change: Change) -> Cards:
        number, card, hole = find(draft, card_id)
        return _put(draft, change, number, accepting(plain(card), answer, hole))

    _edit(path, work, disk)


def mint_ids(path: Path, disk: Disk = DISK) -> int:
    """Give every card without an id one, and return how many that were."""
    minted = 0

    def work(draft: Draft, change: Change) -> Cards:
        nonlocal minted
        minted = 0
        cards: list[object] = []
        for card, place in zip(draft.cards, places(draft), strict=True):
            if isinstance(card, Map) and not id_of(card) and not card.get("id"):
                minted += 1
                cards.append({**card, "id": (card_id := new_id())})
                change.first(place, "id", card_id)
            else:
                cards.append(card)
        return cards

    _edit(path, work, disk)
    return minted


def plain(value: Card) -> dict[str, Value]:
    """Return a card as plain lists and dicts, which compare equal however they were given."""
    return {str(key): _plain(item) for key, item in value.items()}


def _plain(value: Value) -> Value:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return plain(value)
    return [_plain(item) for item in value]


def _put(draft: Draft, change: Change, number: int, card: Card) -> Cards:
    change.value(places(draft)[number], card, draft.list_in_brackets)
    return [card if at == number else old for at, old in enumerate(draft.cards)]


def _edit(path: Path, work: Callable[[Draft, Change], Cards], disk: Disk) -> None:
    def new(data: bytes | None) -> bytes:
        if data is None:
            raise DeckError(
                _("There is no deck {file}.", file=path.name),
                _("Perhaps it was moved or renamed: run quiz check."),
                file=str(path),
            )
        return _changed(Draft(data, str(path)), work)

    rewrite(path, new, disk)


def _changed(draft: Draft, work: Callable[[Draft, Change], Cards]) -> bytes:
    style = style_of(draft.text, draft.cards)
    try:
        return _changed_in(style, draft, work)
    except _Unsafe:
        # A | text would take in a comment below that is indented more deeply; a quoted one ends.
        return _changed_in(replace(style, blocks=False), draft, work)


def _changed_in(style: Style, draft: Draft, work: Callable[[Draft, Change], Cards]) -> bytes:
    change = Change(draft.text, style)
    cards = work(draft, change)
    text = spliced(draft.text, change.splices, draft.newline)
    return _checked(draft, text, {**draft.pairs, "cards": cards})


class _Unsafe(DeckError):
    """The changed text would not read as the deck with that change."""


def _checked(draft: Draft, text: str, expected: Mapping[str, object]) -> bytes:
    data = draft.with_text(text)
    if text != draft.text and not draft.is_now(data, expected):
        raise _Unsafe(
            _("This deck is written in a way that cannot be changed here safely."),
            _("Nothing was changed. Change the card in your own editor."),
            file=draft.file,
        )
    return data
