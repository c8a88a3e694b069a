"""YAML as decks read it: the text typed, with its place; never anything executed."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from quiz.decks import yaml as ours
from quiz.decks.complaints import COMPLAINTS, Unreadable
from quiz.decks.source import Source
from quiz.decks.yaml import Map, Node, Scalar, Seq, read, stream
from quiz.errors import DeckError


@pytest.fixture(params=["libyaml", "pure Python"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with PyYAML's C parser and with the one it has where libyaml is missing."""
    if request.param == "pure Python":
        monkeypatch.setattr(ours, "Parser", yaml.BaseLoader)


def refusal(text: str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(text, "deck.yaml")
    return caught.value


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    "typed", ["3.10", "no", "on", "007", "~", "null", "1:30", "0x1F", "1e3", "2024-01-01", "=", "."]
)
def test_every_scalar_is_the_text_typed(typed: str) -> None:
    assert read(f"answer: {typed}")["answer"] == typed
    assert read(f"answer: '{typed}'")["answer"] == typed


@pytest.mark.usefixtures("either_parser")
def test_every_value_knows_where_it_begins() -> None:
    top = read(
        "title: {ko: 덱, en: Deck}\ncards:\n  - ask: |\n      one\n      two\n    tags: [a, b]\n"
    )
    cards = top["cards"]
    assert isinstance(cards, Seq)
    first = cards[0]
    assert isinstance(first, Map)
    assert (first.line, first.column) == (3, 5)
    tags = first["tags"]
    assert isinstance(tags, Seq)
    assert [(tag.line, tag.column) for tag in tags] == [(6, 12), (6, 15)]
    keys = [key for key in first if isinstance(key, Scalar)]
    assert [(key, key.line) for key in keys] == [("ask", 3), ("tags", 6)]


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_span_cuts_the_value_out_of_the_text(newline: str, mark: str) -> None:
    text = "a: 가나\nb: 'x y'\n\n# note\nc: {d: [e, f]}\ng:\n- h\n\n# end\n".replace("\n", newline)
    top = read(mark + text)
    cut = {key: text[value.start : value.end] for key, value in top.items()}
    assert cut == {"a": "가나", "b": "'x y'", "c": "{d: [e, f]}", "g": "- h"}


@pytest.mark.usefixtures("either_parser")
def test_an_alias_repeats_a_value_and_stands_where_it_is_written() -> None:
    top = read("a: &x [one, two]\nb: *x\n")
    assert top["b"] == top["a"] == ["one", "two"]
    assert (top["b"].line, top["b"].column) == (2, 4)
    assert (top["b"].start, top["b"].end) == (20, 22)


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "empty-file", 1, 1),
        ("# only a comment\n", "empty-file", 2, 1),
        ("---\n", "empty-file", 2, 1),
        ("just words", "no-deck", 1, 1),
        ("- a\n- b\n", "no-deck", 1, 1),
        ("a: 1\n---\nb: 2\n", "several-documents", 2, 1),
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
        ("a: {b: 1, b: 1}\n", "duplicate-key", 1, 11),
        ("a: *nobody\n", "unknown-alias", 1, 4),
        ("a: &me [*me]\n", "unknown-alias", 1, 9),
        ("<<: {a: 1}\n", "merge-key", 1, 1),
        ("a:\n  <<: b\n", "merge-key", 2, 3),
        ("? [a, b]\n: c\n", "key-not-text", 1, 3),
        ("a: {{c1::x}}\n", "key-not-text", 1, 5),
        ("a: !!python/object:os.system x\n", "tag", 1, 4),
        ("a: !!python/object/apply:os.system [ls]\n", "tag", 1, 4),
        ("a: !mine x\n", "tag", 1, 4),
        ("!!map\na: b\n", "tag", 1, 1),
        ("a: !<unclosed\n", "tag", 1, 4),
        ("a:\n\tb: c\n", "tab", 2, 1),
        ("a: b\n\tc: d\n", "tab", 2, 1),
        ("a: @b\n", "reserved-character", 1, 4),
        ("a: `b`\n", "reserved-character", 1, 4),
        ("a: %b\n", "reserved-character", 1, 4),
        ('a: "b\nc: d\n', "quote-not-closed", 1, 4),
        ("a: 'b\n---\n", "quote-not-closed", 1, 4),
        ("a: [b, c\n", "bracket-not-closed", 1, 4),
        ("a: {b: c\n", "bracket-not-closed", 1, 4),
        ("a: {en: b: c}\n", "bracket-not-closed", 1, 4),
        ("a: b: c\n", "colon", 1, 5),
        ("a: b\n  c: d\n", "colon", 2, 4),
        ("a: 'it's'\n", "no-key", 1, 8),
        ('a: "b" c\n', "no-key", 1, 8),
        ("a:\n  - b\n   c\n- d\n", "no-key", 4, 1),
        ("a:\n  - b: c\n   d: e\n", "no-item", 3, 4),
        ("a: - b\n", "dash", 1, 4),
        ("a: }\n", "no-value", 1, 4),
        ("a: ,b\n", "no-value", 1, 4),
        ("a: * b\n", "alias-name", 1, 5),
        ("a: &\n", "alias-name", 1, 5),
    ],
)
def test_what_cannot_be_read_is_one_error_with_place_and_remedy(
    text: str, code: str, line: int, column: int
) -> None:
    error = refusal(text)
    assert (error.problem.code, error.file) == (code, "deck.yaml")
    assert error.line == line
    assert error.column == column
    assert error.hint


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('a: "\\q"\n', "escape"),
        ('a: "\\uZZZZ"\n', "escape"),
        ('a: "\\UFFFFFFFF"\n', "escape"),
        ("a: |x\n", "block-text"),
        ("%FOO\na: b\n", "directive"),
        ("%YAML 3.0\n---\na: b\n", "directive"),
    ],
)
def test_rare_mistakes_are_told_in_words_too(text: str, code: str) -> None:
    assert refusal(text).problem.code == code


def test_a_key_that_stands_twice_names_both_lines() -> None:
    message = refusal("a: 1\nb: 2\na: 3\n").problem.message
    for said in (message.en, message.ko):
        assert "1" in said
        assert "3" in said


def test_a_tag_is_named_as_it_was_typed() -> None:
    assert "!!python/name:os.system" in refusal("a: !!python/name:os.system x").message


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "a: [", "{a: "])
def test_deep_nesting_is_refused_not_followed(opening: str) -> None:
    assert refusal("top:\n  " + opening * 200).problem.code in ("too-deep", "colon", "dash")


def test_brackets_beyond_all_measure_are_refused_at_once() -> None:
    assert refusal("a: " + "[" * 100_000).problem.code == "too-deep"


def test_a_million_aliases_are_one_error_and_take_no_memory() -> None:
    text = "a: &x {k: v}\nb: [" + "*x," * 1_000_000 + "]\n"
    assert refusal(text).problem.code == "too-many-aliases"


def test_a_billion_laughs_are_one_error_and_take_no_memory() -> None:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    tracemalloc.start()
    try:
        assert refusal("\n".join(lines)).problem.code == "too-many-aliases"
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x07", "\x7f", "\x80", "\ufffe"])
def test_a_control_character_is_told_with_its_place_and_the_text_is_read(character: str) -> None:
    source = Source.of(f"a: 1\nb: 가{character}나\n", "deck.yaml")
    (_, part) = stream(source)
    assert part.value == "가\ufffd나"
    (found,) = source.problems
    assert (found.code, found.line, found.column) == ("control-character", 2, 5)


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xff\xfea\x00:\x00", 1, 1),
        (b"\xfe\xff\x00a", 1, 1),
        ("제목: 덱\n".encode("cp949"), 1, 1),
        ("a: b\nc: 가".encode() + b"\xff\n", 2, 5),
        ("a: 가".encode()[:-1], 1, 4),
        (b"\xef\xbb\xbfa: b\nc: \xff", 2, 4),
    ],
)
def test_what_is_not_utf8_is_told_with_its_place(data: bytes, line: int, column: int) -> None:
    with pytest.raises(DeckError) as caught:
        list(stream(Source("deck.yaml", io.BytesIO(data))))
    error = caught.value
    assert (error.line, error.column) == (line, column)
    assert "UTF-8" in error.message
    assert "UTF-8" in error.hint


def test_half_a_surrogate_is_not_utf8() -> None:
    assert refusal("a: \ud800").problem.code == "not-utf8"


def test_what_stands_before_an_error_is_given_first() -> None:
    parts = stream(Source.of("cards:\n- a: 1\n- b: 2\n- c: [\n", "deck.yaml"))
    assert [next(parts).value for _ in range(3)] == [[], {"a": "1"}, {"b": "2"}]
    with pytest.raises(Unreadable):
        next(parts)


def test_a_fault_within_one_item_leaves_the_others_whole() -> None:
    parts = list(stream(Source.of("cards:\n- a: 1\n- {b: 2, b: 3}\n- c: !x 4\n- d: 5\n")))
    assert [[problem.code for problem in part.problems] for part in parts[1:]] == [
        [],
        ["duplicate-key"],
        ["tag"],
        [],
    ]


def test_bare_texts_are_the_same_texts() -> None:
    text = "title: t\ncards:\n- {a: x, b: [y, {c: z}]}\n- ''\n- k: v\n  m: |\n    n\n"
    placed = [part.value for part in stream(Source.of(text))]
    bare = [part.value for part in stream(Source.of(text), placed=False)]
    assert placed == bare
    assert [value.line for value in placed] == [value.line for value in bare]


def test_every_complaint_has_words_and_a_remedy_in_both_languages() -> None:
    assert all(message and hint for message, hint in COMPLAINTS.values())


def values(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Map):
        for value in node.values():
            yield from values(value)
    elif isinstance(node, Seq):
        for value in node:
            yield from values(value)


SNIPPETS = st.sampled_from(
    ["a", "b: ", "\n", "  ", "- ", "[", "]", "{", "}", ", ", ": ", "'", '"', "#", "|", ">", "&x ",
     "*x", "!t ", "? ", "---\n", "...\n", "%", "@", "\t", "\\", "~", "가", "<<: ", "\r\n", "\x00",
     "cards:\n", "\ufeff", "\u2028", "\ud800", "- id: a\n  ask: b\n", "\x85"]
)  # fmt: skip
SCRIBBLES = st.lists(SNIPPETS, max_size=25).map("".join)


@given(SCRIBBLES | st.text())
@example("a: '\\")
@example("? \n*xb: ")
def test_any_text_is_a_mapping_or_one_error(text: str) -> None:
    top, error = outcome(text)
    assert (top is None) != (error is None)
    if error:
        assert error.message
        assert error.hint
        assert error.file == "deck.yaml"
    for value in values(top) if top else ():
        assert 0 <= value.start <= value.end <= len(text)
        assert value.line >= 1


@given(SCRIBBLES)
def test_any_text_is_a_mapping_or_one_error_without_libyaml_too(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ours, "Parser", yaml.BaseLoader)
        top, error = outcome(text)
    assert (top is None) != (error is None)


def outcome(text: str) -> tuple[Map | None, DeckError | None]:
    """Return what `text` reads as, or the error."""
    try:
        return read(text, "deck.yaml"), None
    except DeckError as error:
        return None, error


@given(st.dictionaries(st.text(), st.text() | st.lists(st.text())))
def test_what_another_program_wrote_is_read_as_it_was(written: dict[str, object]) -> None:
    text = yaml.safe_dump(written, allow_unicode=True, default_style='"')
    if written and "<<" not in written:
        assert read(text) == written
