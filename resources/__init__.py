"""APIs that are declared with restmap."""
