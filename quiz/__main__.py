"""`python -m quiz` is the same as `quiz`."""

import sys

from quiz.cli.main import main

sys.exit(main())
