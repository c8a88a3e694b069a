"""pandas by shapes; importing this fills the library."""

from quiz.shapes.tables import joining, making, methods, reducing

__all__ = ["joining", "making", "methods", "reducing"]
