"""The two looks: calm greys, one blue, and colours that only speak of verdicts."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="quiz-dark",
    primary="#7aa2f7",
    secondary="#9d7cd8",
    accent="#7dcfff",
    warning="#e0af68",
    error="#f7768e",
    success="#9ece6a",
    foreground="#d5d9e6",
    background="#16171d",
    surface="#22242d",
    panel="#2f323e",
    dark=True,
    # Plain colours: Textual's own are translucent, which a style within `Content` loses.
    variables={"text": "#e6e9f2", "text-muted": "#8d93a8", "text-disabled": "#5b6072"},
)
LIGHT = Theme(
    name="quiz-light",
    primary="#2e5fc4",
    secondary="#7847bd",
    accent="#0f6b99",
    warning="#8f5e15",
    error="#b8273f",
    success="#3d7a1c",
    foreground="#22242d",
    background="#fafaf7",
    surface="#ecece6",
    panel="#dcdcd4",
    dark=False,
    variables={"text": "#17181d", "text-muted": "#666a75", "text-disabled": "#a3a5a8"},
)
THEMES = (DARK, LIGHT)
