"""The error clinic: recognises error messages and traps in code, and says why and what to do."""
