"""Drafting: what will be declared of each operation, decided and not yet text."""
