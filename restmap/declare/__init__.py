"""Declare: the parts that a declaration is written with."""
