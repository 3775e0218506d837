"""Decode: a response becomes records and pages."""
