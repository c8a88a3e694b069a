"""Where an answer differs: symbols, underline and colour, aligned in cells."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from quiz.i18n import N_, _
from quiz.marking.mark import Piece
from quiz.tui.widgets.cells import fit
from quiz.tui.widgets.diff_rows import SYMBOLS, Column, rows

LEGEND = {"missing": N_("missing"), "extra": N_("too much"), "changed": N_("different")}
_GIVEN = {"extra": "underline bold $text-error", "changed": "underline bold $text-error"}
_EXPECTED = {"missing": "underline bold $text-success", "changed": "underline bold $text-success"}


def diff_content(pieces: Sequence[Piece], width: int) -> Content:
    """Return the diff for `width` cells: a group of three lines for each row of it."""
    labels = [_("yours"), _("right")]
    margin = max(cell_len(label) for label in labels) + 2
    heads = [Content.styled(fit(label, margin), "$text-muted") for label in labels]
    groups = rows(pieces, max(width - margin, 2))
    lines: list[Content] = []
    for i, row in enumerate(groups):
        symbols = "".join(column.symbol for column in row).rstrip()
        lines.append(Content.assemble(heads[0], _line(row, expected=False)))
        middle = Content.assemble(" " * margin, (symbols, "bold"))
        if i == len(groups) - 1:
            middle = _with_legend(middle, pieces, width)
        lines.append(middle)
        lines.append(Content.assemble(heads[1], _line(row, expected=True)))
    return Content("\n").join(lines)


def _line(row: Sequence[Column], *, expected: bool) -> Content:
    styles = _EXPECTED if expected else _GIVEN
    return Content.assemble(
        *(
            (column.expected if expected else column.given, styles.get(column.op, ""))
            for column in row
        )
    )


def _with_legend(line: Content, pieces: Sequence[Piece], width: int) -> Content:
    """Return `line` with the meaning of the symbols in it at its end, where there is room."""
    ops = [op for op in LEGEND if any(piece.op == op for piece in pieces)]
    legend = "   " + "  ".join(f"{SYMBOLS[op]} {_(LEGEND[op])}" for op in ops)
    if line.cell_length + cell_len(legend) > width:
        return line
    return Content.assemble(line, (legend, "$text-muted"))
