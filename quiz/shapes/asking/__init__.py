"""What a visit of a shape card asks, and its right answer."""
