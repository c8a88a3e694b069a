"""Where syntax nodes stand in their text, in characters."""

from __future__ import annotations

import ast
from itertools import accumulate


class Places:
    """The places in `code`, which Python tells by line and by UTF-8 bytes."""

    def __init__(self, code: str) -> None:
        self._starts = [0, *accumulate(map(len, code.splitlines(keepends=True)))]
        self._lines = code.splitlines()

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Return where `node` begins and ends; (0, 0) for one that has no place."""
        if not isinstance(node, ast.expr | ast.stmt | ast.keyword | ast.arg | ast.alias):
            return 0, 0
        end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or 0
        return self._at(node.lineno, node.col_offset), self._at(end_line, end_column)

    def _at(self, line: int, column: int) -> int:
        text = self._lines[line - 1]
        inside = column if text.isascii() else len(text.encode()[:column].decode("utf-8", "ignore"))
        return self._starts[line - 1] + inside
