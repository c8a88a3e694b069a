"""The keys of a card as a table: what is checked, what the Add form and the schema show."""

from __future__ import annotations

from typing import Literal, NamedTuple

from quiz.i18n import N_

Form = Literal["line", "lines", "text", "texts", "items", "options", "code", "codes"]
"""What a value may be, and so which form edits it:

line: a text on one line · lines: a list of those (or one) · text: a text or {ko: …, en: …} ·
texts: a list of texts (or one) · items: a list whose items are texts or lists of alternatives ·
options: a list of texts or {text: …, why: …} · code: lines of code · codes: a list of such.
"""


class Field(NamedTuple):
    """A key a kind of card knows: the source of checks, of the Add form and of the schema."""

    key: str
    label: str
    """What the form calls it: an English msgid."""
    form: Form
    required: bool = False
    choices: tuple[str, ...] = ()
    """The only values there are, where that is so."""


ASK = Field("ask", N_("Question"), "text", required=True)
TYPE = Field("type", N_("Judged as"), "line", choices=("names", "values", "prose"))
SHARED = (
    Field("why", N_("Explanation"), "text"),
    Field("source", N_("Source"), "line"),
    Field("weak", N_("Weak spots"), "lines"),
    Field("tags", N_("Tags"), "lines"),
)
"""What every kind has after its own fields."""
UNSEEN = ("id", "kind", "dtype_first")
"""Keys every card may have that no form shows."""
