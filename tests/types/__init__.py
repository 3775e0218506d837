"""Type checkers infer exact types of restmap's verbs, and refuse mistakes."""
