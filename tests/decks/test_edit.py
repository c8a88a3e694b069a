"""The program changes the card it was asked to; every other byte of the file stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.decks.edit import accept, add_card, mint_ids, remove_card, replace_card
from quiz.decks.emit import Value
from quiz.decks.ids import new_id
from quiz.errors import DeckError

NEW: dict[str, Value] = {"id": "n", "ask": "q", "answer": "r"}
DECK = """\
# My deck
title: {ko: 덱,  en: 'Deck'}   # both

cards:
  # -- first --
  - id: a      # the first
    ask:
      ko: 무엇?
      en: "What?"
    answer: 3.10
    why: |
      One.

      Two.

  # -- second --
  - ask: And?
    id: b
    accept: [x,  'y']   # other answers
    answer: z
    # end of b

# Goodbye
weak: [loss]
"""


@pytest.fixture
def edited(tmp_path: Path) -> Callable[..., str]:
    """Give a function that writes a deck, edits it and returns what the file holds then."""

    def edit(before: str, change: Callable[..., object], *arguments: object) -> str:
        path = tmp_path / "deck.yaml"
        path.write_bytes(before.encode())
        change(path, *arguments)
        return path.read_bytes().decode()

    return edit


Edited = Callable[..., str]


ADDED = {
    "below the last card": (
        "cards:\n- id: a\n  ask: x\n",
        "cards:\n- id: a\n  ask: x\n- id: n\n  ask: q\n  answer: r\n",
    ),
    "indented as its siblings": (
        "cards:\n    -   id: a\n        ask: x\n",
        "cards:\n    -   id: a\n        ask: x\n    -   id: n\n        ask: q\n        answer: r\n",
    ),
    "to a file without a final line break": (
        "cards:\n  - id: a",
        "cards:\n  - id: a\n  - id: n\n    ask: q\n    answer: r",
    ),
    "to a file that ends in a text block without a line break": (
        "cards:\n  - id: a\n    why: |\n      x",
        "cards:\n  - id: a\n    why: |\n      x\n  - id: n\n    ask: q\n    answer: r",
    ),
    "to a file of Windows lines": (
        "cards:\r\n  - id: a\r\n",
        "cards:\r\n  - id: a\r\n  - id: n\r\n    ask: q\r\n    answer: r\r\n",
    ),
    "to a file with a byte order mark": (
        "\ufeffcards:\n  - id: a\n",
        "\ufeffcards:\n  - id: a\n  - id: n\n    ask: q\n    answer: r\n",
    ),
    "before the keys that follow the list": (
        "cards:\n  - id: a # c\ntitle: t\n",
        "cards:\n  - id: a # c\n  - id: n\n    ask: q\n    answer: r\ntitle: t\n",
    ),
    "after the last card's comment and before others": (
        "cards:\n  - id: a\n    # of a\n  # of the list\n# of the file\n",
        "cards:\n  - id: a\n    # of a\n  - id: n\n    ask: q\n    answer: r\n"
        "  # of the list\n# of the file\n",
    ),
    "set apart by a blank line where the others are": (
        "cards:\n  - id: a\n\n  - id: b\n\n",
        "cards:\n  - id: a\n\n  - id: b\n\n  - id: n\n    ask: q\n    answer: r\n\n",
    ),
    "after a text that keeps its blank lines": (
        "cards:\n  - id: a\n    why: |+\n      x\n\n",
        "cards:\n  - id: a\n    why: |+\n      x\n\n  - id: n\n    ask: q\n    answer: r\n",
    ),
    "into an empty list": (
        "cards: []  # none yet\ntitle: t\n",
        "cards:  # none yet\n  - id: n\n    ask: q\n    answer: r\ntitle: t\n",
    ),
    "where the list is not begun": (
        "title: t\ncards:\n",
        "title: t\ncards:\n  - id: n\n    ask: q\n    answer: r\n",
    ),
    "where the list is null": (
        "cards: ~ # nothing",
        "cards: # nothing\n  - id: n\n    ask: q\n    answer: r",
    ),
    "where there is no list": (
        "title: t # c\n\n# the end\n",
        "title: t # c\ncards:\n  - id: n\n    ask: q\n    answer: r\n\n# the end\n",
    ),
    "into a list in brackets": (
        "cards: [{id: a}, ]  # c\n",
        "cards: [{id: a}, {id: n, ask: q, answer: r}, ]  # c\n",
    ),
    "into a list in brackets over several lines": (
        "cards: [\n  {id: a},\n  {id: b}  # b\n]\n",
        "cards: [\n  {id: a},\n  {id: b},\n  {id: n, ask: q, answer: r}  # b\n]\n",
    ),
    "into a file in brackets": (
        "{title: t, cards: []}",
        "{title: t, cards: [{id: n, ask: q, answer: r}]}",
    ),
    "into a file in brackets without a list": (
        "{title: t}\n",
        "{title: t, cards: [{id: n, ask: q, answer: r}]}\n",
    ),
    "into an empty file": (
        "",
        "title: deck\ncards:\n  - id: n\n    ask: q\n    answer: r\n",
    ),
    "below a file of comments": (
        "# mine\r\n---",
        "# mine\r\n---\r\ntitle: deck\r\ncards:\r\n  - id: n\r\n    ask: q\r\n    answer: r\r\n",
    ),
    "before the mark that ends the file": (
        "cards:\n  - id: a\n...\n",
        "cards:\n  - id: a\n  - id: n\n    ask: q\n    answer: r\n...\n",
    ),
}


@pytest.mark.parametrize("where", ADDED)
def test_a_card_is_added(edited: Edited, where: str) -> None:
    before, after = ADDED[where]
    assert edited(before, add_card, NEW) == after


def test_a_deck_is_made_for_its_first_card(tmp_path: Path) -> None:
    path = tmp_path / "decks" / "new.yaml"
    card_id = add_card(path, {"ask": "q", "answer": "no"}, "My deck")
    assert path.read_text() == (
        f'title: My deck\ncards:\n  - id: {card_id}\n    ask: q\n    answer: "no"\n'
    )


def test_texts_are_written_as_the_deck_writes_its_own(edited: Edited) -> None:
    card = {"id": "n", "ask": {"ko": "가", "en": "b"}}
    flow = "cards:\n  - id: a\n    ask: {ko: x, en: y}\n"
    block = "cards:\n  - id: a\n    ask:\n       ko: x\n       en: y\n"
    assert edited(flow, add_card, card) == flow + "  - id: n\n    ask: {ko: 가, en: b}\n"
    assert edited(block, add_card, card) == (
        block + "  - id: n\n    ask:\n       ko: 가\n       en: b\n"
    )


REPLACED: dict[str, tuple[dict[str, Value], str, str]] = {
    "one value": (
        {"ask": {"ko": "무엇?", "en": "What?"}, "answer": "3.1", "why": "One.\n\nTwo.\n"},
        "    answer: 3.10\n",
        '    answer: "3.1"\n',
    ),
    "one language": (
        {"ask": {"ko": "왜?", "en": "What?"}, "answer": "3.10", "why": "One.\n\nTwo.\n"},
        "      ko: 무엇?\n",
        "      ko: 왜?\n",
    ),
    "a line of a text": (
        {"ask": {"ko": "무엇?", "en": "What?"}, "answer": "3.10", "why": "One.\n\n2.\n"},
        "      Two.\n",
        "      2.\n",
    ),
    "a text block to one line": (
        {"ask": {"ko": "무엇?", "en": "What?"}, "answer": "3.10", "why": "One."},
        "    why: |\n      One.\n\n      Two.\n",
        "    why: One.\n",
    ),
    "two languages to one": (
        {"ask": "Huh?", "answer": "3.10", "why": "One.\n\nTwo.\n"},
        '    ask:\n      ko: 무엇?\n      en: "What?"\n',
        "    ask: Huh?\n",
    ),
    "a line to a list": (
        {
            "ask": {"ko": "무엇?", "en": "What?"},
            "answer": [{"ko": "하나", "en": "one"}, "two"],
            "why": "One.\n\nTwo.\n",
        },
        "    answer: 3.10\n",
        "    answer:\n      - ko: 하나\n        en: one\n      - two\n",
    ),
    "a key gone": (
        {"ask": {"ko": "무엇?", "en": "What?"}, "why": "One.\n\nTwo.\n"},
        "    answer: 3.10\n",
        "",
    ),
    "a key more, behind the one it follows": (
        {
            "ask": {"ko": "무엇?", "en": "What?"},
            "accept": ["3.10.0"],
            "answer": "3.10",
            "why": "One.\n\nTwo.\n",
        },
        "    answer: 3.10\n",
        "    accept: [3.10.0]\n    answer: 3.10\n",
    ),
    "keys more at the end": (
        {
            "ask": {"ko": "무엇?", "en": "What?"},
            "answer": "3.10",
            "why": "One.\n\nTwo.\n",
            "source": "notes: 1",
            "tags": ["t"],
        },
        "      Two.\n",
        '      Two.\n    source: "notes: 1"\n    tags: [t]\n',
    ),
}


@pytest.mark.parametrize("what", REPLACED)
def test_only_what_changed_in_a_card_is_written_anew(edited: Edited, what: str) -> None:
    raw, old, new = REPLACED[what]
    assert DECK.count(old) == 1
    assert edited(DECK, replace_card, "a", raw) == DECK.replace(old, new)


def test_an_equal_card_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(DECK)
    before = path.stat()
    replace_card(path, "b", {"ask": "And?", "accept": ["x", "y"], "answer": "z"})
    assert path.stat() == before


def test_a_card_keeps_its_id_whatever_the_new_one_says(edited: Edited) -> None:
    raw = {"id": "other", "ask": "And?", "accept": ["x", "y"], "answer": "new"}
    assert edited(DECK, replace_card, "b", raw) == DECK.replace("answer: z", "answer: new")


COMMENTED = (
    "cards:\n  - id: a\n    ask: x   # why x\n    wrong: # these\n      - b  # bad\n      - c\n"
)


@pytest.mark.parametrize(
    ("raw", "after"),
    [
        (
            {"ask": "y", "wrong": ["b", "c"]},
            COMMENTED.replace("x   #", "y   #"),
        ),
        (
            {"ask": "x\ny", "wrong": ["b", "c"]},
            COMMENTED.replace("x   # why x\n", "|-   # why x\n      x\n      y\n"),
        ),
        (
            {"ask": "x", "wrong": ["b", "d", "e\nf"]},
            COMMENTED.replace("      - c\n", "      - d\n      - |-\n        e\n        f\n"),
        ),
        (
            {"ask": "x", "wrong": ["c"]},
            COMMENTED.replace("      - b  # bad\n      - c\n", "      - c  # bad\n"),
        ),
        ({"ask": "x"}, COMMENTED[: COMMENTED.index("    wrong")]),
    ],
)
def test_comments_beside_a_changed_value_stay(
    edited: Edited, raw: dict[str, Value], after: str
) -> None:
    assert edited(COMMENTED, replace_card, "a", raw) == after


def test_a_card_in_brackets_stays_in_them(edited: Edited) -> None:
    before = "cards: [ {id: a, ask: x , tags: [s,t],weak: u}, {id: b} ]\n"
    raw = {"ask": "y, z", "tags": ["s", "u", "t"], "why": "w\nw"}
    assert edited(before, replace_card, "a", raw) == (
        'cards: [ {id: a, ask: "y, z" , tags: [s, u,t], why: "w\\nw"}, {id: b} ]\n'
    )


def test_the_last_card_is_removed_with_its_comments(edited: Edited) -> None:
    start, end = DECK.index("  - ask: And?"), DECK.index("\n# Goodbye")
    assert edited(DECK, remove_card, "b") == DECK[:start] + DECK[end:]


def test_the_first_card_is_removed_and_the_blank_line_below_it(edited: Edited) -> None:
    start, end = DECK.index("  - id: a"), DECK.index("  # -- second")
    assert edited(DECK, remove_card, "a") == DECK[:start] + DECK[end:]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("cards:\n  - id: a\n  - id: b\n\n  - id: c\n", "cards:\n  - id: a\n\n  - id: c\n"),
        ("cards:\n- id: a\n\n- id: b\n\n- id: c", "cards:\n- id: a\n\n- id: c"),
        ("cards:\n- id: a\n\n\n- id: b", "cards:\n- id: a"),
        ("cards:\r\n- id: a\r\n\r\n- id: b\r\n", "cards:\r\n- id: a\r\n"),
        ("cards:\r\n- id: b\r\n\r\n- id: c\r\n", "cards:\r\n- id: c\r\n"),
        ("cards: # c\n  - id: b\n    ask: x\ntitle: t\n", "cards: [] # c\ntitle: t\n"),
        ("cards: [{id: a}, {id: b}]\n", "cards: [{id: a}]\n"),
        ("cards: [{id: b}, {id: c}]\n", "cards: [{id: c}]\n"),
        ("{cards: [{id: b}]}\n", "{cards: []}\n"),
    ],
)
def test_a_card_is_removed(edited: Edited, before: str, after: str) -> None:
    assert edited(before, remove_card, "b") == after


ACCEPTED = {
    "into a list in brackets": ("accept: [a, 'b' ]  # c\n", "accept: [a, 'b', new ]  # c\n"),
    "into an empty list": ("accept: []\n", "accept: [new]\n"),
    "into a list of lines": (
        "accept:\n      - a  # c\n    why: w\n",
        "accept:\n      - a  # c\n      - new\n    why: w\n",
    ),
    "into a list of lines that is not indented": (
        "accept:\n    - a\n    why: w\n",
        "accept:\n    - a\n    - new\n    why: w\n",
    ),
    "where nothing stands": ("accept:\n", "accept: [new]\n"),
    "where nothing but a comment stands": ("accept:  # c\n", "accept: [new]  # c\n"),
    "where one text stands": ("accept: a, b # c\n", 'accept: ["a, b", new] # c\n'),
    "where the key is missing": ("why: w\n", "why: w\n"),
}


@pytest.mark.parametrize("where", ACCEPTED)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_answer_is_accepted_from_now_on(edited: Edited, where: str, newline: str) -> None:
    old, new = ACCEPTED[where]
    before = f"cards:\n  - id: q\n    answer: r # the answer\n    {old}\n  - id: z\n"
    after = before.replace(old, new)
    if "accept" not in old:
        after = before.replace("the answer\n", "the answer\n    accept: [new]\n")
    assert edited(before.replace("\n", newline), accept, "q", "new") == after.replace("\n", newline)


HOLES = "cards:\n  - id: q\n    kind: cloze\n    text: {{ko: '{0}', en: '{0}'}}\n{1}"


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("{{c1::a}}", "", "    accept: [new]\n"),
        ("{{c1::a}}", "    accept: [b]\n", "    accept: [b, new]\n"),
        ("{{c1::a}} {{c2::b}}", "", "    accept:\n      c1: [new]\n"),
        ("{{c1::a}} {{c2::b}}", "    accept: {}\n", "    accept:\n      c1: [new]\n"),
        ("{{c1::a}} {{c2::b}}", "    accept: {1: b}\n", "    accept: {1: [b, new]}\n"),
        ("{{c1::a}} {{c2::b}}", "    accept: {c2: [x]}\n", "    accept: {c2: [x], c1: [new]}\n"),
        (
            "{{c1::a}} {{c2::b}}",
            "    accept:\n      c1: [x]  # c\n      c2: [y]\n",
            "    accept:\n      c1: [x, new]  # c\n      c2: [y]\n",
        ),
    ],
)
def test_an_answer_is_accepted_in_one_hole(edited: Edited, text: str, old: str, new: str) -> None:
    assert edited(HOLES.format(text, old), accept, "q-c1", "new") == HOLES.format(text, new)


@pytest.mark.parametrize("kind", ["flip", "order", "list", "nonsense"])
def test_a_kind_without_other_answers_accepts_none(edited: Edited, kind: str) -> None:
    with pytest.raises(DeckError, match="no other answers"):
        edited(f"cards:\n  - id: q\n    kind: {kind}\n    answer: x\n", accept, "q", "new")


def test_a_card_without_holes_has_no_card_for_one(edited: Edited) -> None:
    with pytest.raises(DeckError, match="no card q-c1"):
        edited("cards:\n  - id: q\n    answer: x\n", accept, "q-c1", "new")


@pytest.mark.parametrize(
    "answer", ["a: b", "#", "", "no", "[x]", "한, 글", "a\nb", "'\"\\", "😀\u2028"]
)
def test_any_answer_is_accepted_as_it_was_typed(edited: Edited, answer: str) -> None:
    from quiz.decks.yaml import read

    for raw in ("[x]", "\n    - x", "x"):
        text = edited(f"cards:\n  - id: q\n    accept: {raw}\n", accept, "q", answer)
        assert read(text) == {"cards": [{"id": "q", "accept": ["x", answer]}]}


@pytest.mark.parametrize(
    ("old", "new"), [("accept: ,", "accept: [new],"), ("'accept':,", "'accept': [new],")]
)
def test_an_answer_is_accepted_where_nothing_stands_between_brackets(
    edited: Edited, old: str, new: str
) -> None:
    before = f"cards: [{{id: q, {old} answer: r}}]\n"
    assert edited(before, accept, "q", "new") == before.replace(old, new)


def test_an_answer_accepted_twice_stands_once(edited: Edited) -> None:
    before = "cards: [{id: q, accept: [new]}]"
    assert edited(before, accept, "q", "new") == before


def test_every_card_without_an_id_gets_one_once(edited: Edited, tmp_path: Path) -> None:
    before = (
        "cards:\n  - ask: a  # c\n    answer: b\n  - id: kept\n  - id:  # none\n    ask: c\n"
        "  -\n    ask: d\n  - {ask: e}\n  - { }\n  - id: ''\n  - no card\n"
    )
    after = edited(before, mint_ids)
    ids = re.findall(r"\b[a-z0-9]{26}\b", after)
    assert len(set(ids)) == 6
    pattern = re.sub(r"\b[a-z0-9]{26}\b", "X", after)
    assert pattern == (
        "cards:\n  - id: X\n    ask: a  # c\n    answer: b\n  - id: kept\n  - id: X  # none\n"
        "    ask: c\n  -\n    id: X\n    ask: d\n  - {id: X, ask: e}\n  - { id: X}\n"
        "  - id: X\n  - no card\n"
    )
    assert mint_ids(tmp_path / "deck.yaml") == 0
    assert (tmp_path / "deck.yaml").read_text() == after


def test_new_ids_differ_and_are_easy_to_read_out() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(re.fullmatch(r"[a-km-np-z2-9]{26}", each) for each in ids)


def test_other_cards_may_be_bad(edited: Edited) -> None:
    before = "cards:\n  - just text\n  - ask: x\n    ask: y\n  - id: q\n    answer: r\n  -\n"
    after = before.replace("answer: r\n", "answer: r\n    accept: [s]\n")
    assert edited(before, accept, "q", "s") == after


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cards:\n  - id: a\n", "no card q"),
        ("cards:\n  - id: q\n  - id: q\n", "lines 2 and 3"),
        ("cards: text\n", "not a list"),
        ("cards: {id: q}\n", "not a list"),
        ("cards:\n\t- id: q\n", "tab"),
        ("cards: [\n", "value should stand"),
        ("", "no card q"),
        ("just text\n", "not a deck"),
        ("cards: &all\n  - &q {id: q, ask: x}\n  - *q\n", "lines 2 and 3"),
        ("cards:\n  - ? id\n    : q\n    ? ask\n    : x\n", "cannot be changed here safely"),
        ("why: &w x\ncards:\n  - id: q\n---\ncards: []\n", "second document"),
    ],
)
def test_what_cannot_be_changed_safely_is_left_alone(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(text)
    with pytest.raises(DeckError, match=said) as refusal:
        replace_card(path, "q", {"ask": "new\ntext", "why": "w"})
    assert refusal.value.file == str(path)
    assert path.read_text() == text


@pytest.mark.parametrize("data", [b"cards: []\n# \xff\n", "cards: []".encode("utf-16")])
def test_a_file_that_is_not_text_is_left_alone(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(data)
    with pytest.raises(DeckError):
        add_card(path, NEW)
    assert path.read_bytes() == data


def test_characters_that_are_shown_as_others_stay_what_they_are(edited: Edited) -> None:
    before = "cards:\n  - id: q # \x1b[31m\ufeff\n    ask: a\0b\n"
    assert edited(before, accept, "q", "c") == before + "    accept: [c]\n"


def test_half_a_character_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="half a character"):
        add_card(tmp_path / "deck.yaml", {"ask": "\ud800"})
    assert not [*tmp_path.iterdir()]


def test_an_id_is_given_to_one_card_only(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    add_card(path, NEW)
    with pytest.raises(DeckError, match="already"):
        add_card(path, NEW)


def test_a_deck_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    for change in (lambda p: mint_ids(p), lambda p: accept(p, "a", "b")):
        with pytest.raises(DeckError, match="no deck"):
            change(tmp_path / "gone.yaml")
        with pytest.raises(DeckError):
            change(tmp_path / "gone" / "gone.yaml")
    assert not [*tmp_path.iterdir()]


def test_an_alias_stays_where_its_text_did_not_change(edited: Edited) -> None:
    before = "cards:\n  - {id: a, why: &w x}\n  - id: q\n    why: *w\n    ask: y\n"
    after = before.replace("ask: y", "ask: z")
    assert edited(before, replace_card, "q", {"why": "x", "ask": "z"}) == after
    changed = before.replace("*w", "v")
    assert edited(before, replace_card, "q", {"why": "v", "ask": "y"}) == changed
