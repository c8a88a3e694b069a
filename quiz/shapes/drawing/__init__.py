"""Numbers for a template: drawn from a seed, worked out, filled in. Nothing is executed."""
