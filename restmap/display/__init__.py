"""Display: what is declared and what was received, as text and as HTML for a person to read.

`operations` has what is said of an operation, `description` what `describe()` says of a collection.
`html` makes the elements that notebooks show. All of it is imported when it is first needed.
"""
