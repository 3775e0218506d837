"""Read: an answer becomes records."""
