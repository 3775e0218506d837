"""What type checkers know of restmap: inferred types, and mistakes that they refuse."""
