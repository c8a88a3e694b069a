"""How many examples a rule is tried with: HYPOTHESIS_PROFILE=thorough tries many more."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("short", max_examples=50)  # the suite is to take under three minutes
settings.register_profile("thorough", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))
