"""JSON without Python's own module: a shell prompt would wait 7 ms for its import."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # and another two for this one
    from collections.abc import Mapping

_ESCAPES = {number: f"\\u{number:04x}" for number in range(32)} | {
    ord('"'): '\\"',
    ord("\\"): "\\\\",
}


def json_text(value: "Mapping[str, object]", depth: int = 2, indent: str = "") -> str:
    """Return `value` as JSON: mappings down to `depth` with a line a pair, deeper ones in one.

    Mappings, texts, whole numbers, True, False and None are all it knows.
    """
    if not value or not depth:
        return _in_one_line(value)
    inner = indent + "  "
    pairs = (
        f"{inner}{_quoted(key)}: {json_text(one, depth - 1, inner)}"
        if isinstance(one, dict)
        else f"{inner}{_quoted(key)}: {_in_one_line(one)}"
        for key, one in value.items()
    )
    return "{\n" + ",\n".join(pairs) + f"\n{indent}}}"


def _in_one_line(value: object) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, dict):
        return f"{{{', '.join([f'{_quoted(key)}: {_in_one_line(value[key])}' for key in value])}}}"
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _quoted(text: str) -> str:
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f'"{text.translate(_ESCAPES)}"'
