"""What the YAML parser says, in people's words and with the place that helps most."""

from __future__ import annotations

from yaml import MarkedYAMLError, YAMLError

from quiz.cards.problem import Problem
from quiz.decks.complaints import problem
from quiz.decks.source import Source

# What the parser says it met (its `problem`, then its `context`) → our code. libyaml's words
# and those of PyYAML's own parser; the first part that fits decides.
_FAMILIES = (
    ("a tag", "tag"),
    ("tag handle", "tag"),
    ("found unexpected end of stream", "quote-not-closed"),
    ("found unexpected document", "quote-not-closed"),
    ("expected ',' or", "bracket-not-closed"),
    ("while parsing a flow", "bracket-not-closed"),
    ("mapping values are not allowed", "colon"),
    ("could not find expected ':'", "no-key"),
    ("expected key", "no-key"),
    ("expected <block end>, but found '<block sequence start>'", "dash"),
    ("while parsing a block mapping", "no-key"),
    ("'-' indicator", "no-item"),
    ("while parsing a block collection", "no-item"),
    ("block sequence entries are not allowed", "dash"),
    ("sequence entries are not allowed", "dash"),
    ("mapping keys are not allowed", "no-key"),
    ("expected node content", "no-value"),
    ("expected the node content", "no-value"),
    ("escape", "escape"),
    ("hexdecimal", "escape"),
    ("hexadecimal", "escape"),
    ("while scanning a block scalar", "block-text"),
    ("while scanning an alias", "alias-name"),
    ("while scanning an anchor", "alias-name"),
    ("while scanning a directive", "directive"),
    ("found incompatible YAML document", "directive"),
    ("document start", "directive"),
    ("indent", "indentation"),
)
# Here the place where it began says more than the place where it broke off.
_AT_THE_BEGINNING = ("quote-not-closed", "bracket-not-closed", "tag")


def explained(error: Exception, source: Source) -> Problem:
    """Return the problem that `error`, raised by the parser while it read `source`, stands for."""
    if isinstance(error, MarkedYAMLError) and error.problem_mark:
        return _syntax(error, source)
    return problem("yaml-syntax", source.file, reason=_words(error))


def _syntax(error: MarkedYAMLError, source: Source) -> Problem:
    code = _family(error)
    mark = error.problem_mark
    if code in _AT_THE_BEGINNING and error.context_mark:
        mark = error.context_mark
    assert mark is not None
    here = source.line(mark.line + 1)[mark.column : mark.column + 1]
    if "cannot start any token" in str(error.problem):
        code = "tab" if here == "\t" else "reserved-character"
    elif here == "\t" and code != "quote-not-closed":
        code = "tab"
    values = {"character": here, "bracket": here, "tag": here, "reason": _words(error)}
    return problem(code, source.file, mark.line + 1, mark.column + 1, **values)


def _family(error: MarkedYAMLError) -> str:
    said = (error.problem or "", error.context or "")
    fitting = (code for part in said for words, code in _FAMILIES if words in part)
    return next(fitting, "yaml-syntax")


def _words(error: Exception) -> str:
    if isinstance(error, MarkedYAMLError):
        return ", ".join(part for part in (error.context, error.problem) if part)
    return str(error) if isinstance(error, YAMLError) else type(error).__name__
