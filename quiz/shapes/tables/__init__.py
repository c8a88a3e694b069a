"""pandas by shapes; importing this fills the library."""

from quiz.shapes.tables import counting, dropping, joining, making, methods, reducing

__all__ = ["counting", "dropping", "joining", "making", "methods", "reducing"]
