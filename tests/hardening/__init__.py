"""What goes wrong around the program: each time one clear message, and nothing lost."""
