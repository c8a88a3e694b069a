"""A text under which its own lines wrap, beside a lead of a few cells: keys and what they do."""

from __future__ import annotations

from textual.content import Content


def hanging(lead: Content, text: Content, indent: int, width: int) -> Content:
    """Return `lead` in `indent` cells (right-aligned) and `text` wrapped beside it.

    A lead too wide for its cells, or a `width` that leaves the text none, puts the text below.
    """
    lines = text.wrap(max(width - indent - 2, 8)) or [Content("")]
    gap = " " * (indent + 2)
    if lead.cell_length > indent:
        return Content("\n").join([lead, *(Content(gap) + line for line in lines)])
    first = Content.assemble(" " * (indent - lead.cell_length), lead, "  ", lines[0])
    return Content("\n").join([first, *(Content(gap) + line for line in lines[1:])])
