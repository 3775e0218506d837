"""Declare: what a declaration is made of."""
