"""Data: what a list returns as columns of Arrow, without records in between."""
