"""The answer fields, one file for each kind of input, found by its name."""
