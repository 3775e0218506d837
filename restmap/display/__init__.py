"""Display: what is declared and what was received, as text and as HTML for a person to read.

`operations` has what is said of an operation, for the command line and `describe()`.
"""
