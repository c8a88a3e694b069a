"""Every check of the project, in one command: `python -m tests`.

With `--facts`, the proofs of the decks against the real libraries instead (the extra [facts]).
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sysconfig.get_path("scripts"))
CHECKS = (
    ("format", ["ruff", "format", "--check", "."]),
    ("lint", ["ruff", "check", "."]),
    ("types", ["mypy"]),
    ("floors", ["lint-imports"]),
    # More workers than cores: the screens' tests wait much of their time.
    ("tests", ["pytest", "-n", "4", "--dist", "worksteal", "--cov", "--cov-report=term"]),
)
# TensorFlow trains; OpenVINO builds and calls the same layers in a fraction of the time.
PROOFS = (
    ("facts", ["pytest", "-m", "facts", "-n", "2", "--dist", "loadfile"]),
    ("fit", ["pytest", "-m", "fit"]),
)
BACKENDS = {"facts": "openvino", "fit": "tensorflow"}


def main() -> int:
    """Run all checks and return 0 if each of them passed; later ones run whatever fails."""
    failed = []
    for name, (program, *arguments) in PROOFS if "--facts" in sys.argv[1:] else CHECKS:
        print(f"== {name}: {program} {' '.join(arguments)}", flush=True)
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        if name in BACKENDS:
            environment["KERAS_BACKEND"] = BACKENDS[name]
        done = subprocess.run([BIN / program, *arguments], cwd=ROOT, env=environment, check=False)
        if done.returncode:
            failed.append(name)
    print("== failed: " + ", ".join(failed) if failed else "== all checks passed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
