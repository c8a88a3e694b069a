"""Programs read through their syntax tree: what each expression stands for, never run."""
