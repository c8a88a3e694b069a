"""Arbitrary deck texts and cards, for tests that state a rule."""

from __future__ import annotations

from hypothesis import strategies as st

from quiz.decks.emit import Style, Value

NASTY = [
    "", " ", "~", "null", "no", "yes", "true", "on", "3.10", "0x1F", "1_000", "1:30", "2026-01-01",
    "=", "<<", "-", "--", "---", "...", "- a", "-a", "?", "? a", "a?", ":", ": a", "a: b", "a:",
    "a:b", "#", "# a", "a # b", "a#b", "{", "}", "{a: b}", "[None, 28, 28]", "a, b", "&a", "*a",
    "!a", "|", "|-", ">", "%a", "@a", "`a`", "'", "''", '"', '""', "it's", '"a" and \'b\'',
    "a\\n", "\\", "/",
    "\t", "a\tb", "\ta", "a\t", " a", "a ", "a\n", "\na", "a\n\nb", "a\nb", "a\n b", " a\nb",
    "a \nb", "a\n\t b", "a\nb\n", "a\nb\n\n", "\n", "\n\n", "a\n \nb", "a\n# b", "a\n- b",
    "a\n---\nb", "a\r\nb", "a\rb", "a\x85b", "a\u2028b", "a\u2029b", "\u2028", "a\xa0b", "\u3000a",
    "\ufeff", "a\ufeffb", "\ufffe", "\uffff", "\x00", "\x07", "\x1b[31m", "\x7f", "\x9b", "😀",
    "😀: 😀", "한글", "\u1112\u1161\u11ab", "é", "e\u0301", "\u200b", "\u202e",
    "손실 함수: 원-핫 # 라벨", "model.add(Dense(10, activation='softmax'))", "x" * 3000,
    "가 " * 800 + "x", "a: " * 500, '"' * 1200,
]  # fmt: skip
"""Texts that YAML readers take for something else, or that are lost on the way."""

texts = st.one_of(st.sampled_from(NASTY), st.text(st.characters(codec="utf-8"), max_size=40))
keys = st.text("abcdefgh-", min_size=1, max_size=8)
both = st.fixed_dictionaries({}, optional={"ko": texts, "en": texts})
values: st.SearchStrategy[Value] = st.recursive(
    texts | both,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
cards = st.dictionaries(
    keys | st.sampled_from(["ask", "answer", "accept", "why"]), values, max_size=5
)
styles = st.builds(Style, st.integers(1, 5), st.integers(2, 5), st.booleans(), st.booleans())
