"""Tensor shapes worked out from code as a learner writes it, without running it.

`trace.trace` reads a program through its syntax tree. `rules.Rules` is the arithmetic.
"""
