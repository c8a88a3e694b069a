"""What happens when code of an error card is run: the error as Python shows it, and the output."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
import traceback
import warnings
from pathlib import Path
from typing import Any, NamedTuple

import click
import keras
import numpy as np
import pandas as pd
from uvicorn.importer import ImportFromStringError, import_from_string
from uvicorn.main import main as uvicorn

from tests.facts.served import ask

NAMES = {"np": np, "pd": pd, "keras": keras, "layers": keras.layers}
"""What every piece of code may use without importing it."""
_IMPORTS = "import numpy as np\nimport pandas as pd\n"
_FILE = re.compile(r"# (\w+)\.py\n")
_COMMAND = re.compile(r"^uvicorn .*", re.MULTILINE)
_REQUEST = re.compile(r"^# (GET|POST) (\S+) ?(.*)", re.MULTILINE)
_MODULES = re.compile(r"^(?:\w+\.)+(?=\w+(?:Error|Warning)\b)")


class Happening(NamedTuple):
    """How code ended."""

    error: str
    """The last lines of a traceback; "" where there is none."""
    warnings: list[str]
    """Each as "UserWarning: …"."""
    output: str

    def says(self, message: str) -> bool:
        """Whether an error or a warning reads so; "…" stands for what a card leaves out."""
        parts = ".*".join(re.escape(part.strip()) for part in message.split("…"))
        pattern = re.compile(r"\s*".join(parts.split(r"\ ")), re.DOTALL)
        return any(pattern.match(_MODULES.sub("", said)) for said in (self.error, *self.warnings))


def happening(code: str) -> Happening:
    """Run `code`, or the shell line and the request in it, in the folder we are in."""
    if "Halving" in code and "experimental" not in code:
        return _apart(code)
    if line := _COMMAND.search(code):
        return Happening(_served(code, line[0]), [], "")
    if "layers" in code:
        keras.utils.clear_session()  # names the first LSTM 'lstm' again
    names: dict[str, Any] = dict(NAMES)
    np.random.seed(0)
    out, error = io.StringIO(), ""
    with warnings.catch_warnings(record=True) as caught, contextlib.redirect_stdout(out):
        warnings.simplefilter("always")
        try:
            exec(compile(code, "card", "exec"), names)
            for method, path, body in _REQUEST.findall(code):
                given = {"content": body} if body else {}
                print(ask(names["app"], path, method, **given).text)
        except Exception as raised:
            error = _shown(raised)
    said = [f"{one.category.__name__}: {one.message}" for one in caught]
    return Happening(error, said, out.getvalue().strip())


def _shown(error: Exception) -> str:
    """Return what a traceback ends with, without the place of a SyntaxError."""
    text = "".join(traceback.format_exception_only(error)).strip()
    return text.splitlines()[-1] if isinstance(error, SyntaxError) else text


def _apart(code: str) -> Happening:
    """Run code in a process of its own: what it imports changes what others can."""
    run = [sys.executable, "-c", _IMPORTS + code]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    error = re.search(r"^\w+Error: .*", done.stderr, re.MULTILINE | re.DOTALL)
    assert bool(error) == bool(done.returncode), done.stderr
    return Happening(error[0] if error else "", [], done.stdout.strip())


def _served(code: str, line: str) -> str:
    """Return what uvicorn prints that cannot start so; "" if it would start."""
    file = _FILE.match(code)
    assert file, "the first line names the file"
    Path(f"{file[1]}.py").write_text(code.replace(line, ""), "utf-8")
    sys.modules.pop(file[1], None)
    try:
        app = uvicorn.make_context("uvicorn", line.split()[1:]).params["app"]
        import_from_string(app)
    except click.ClickException as error:
        return f"Error: {error.format_message()}"
    except ImportFromStringError as error:
        return f"ERROR: Error loading ASGI app. {error}"
    except Exception as error:
        return _shown(error)
    return ""
