"""Plan: a declaration becomes operations."""
