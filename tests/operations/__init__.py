"""Every kind of operation, as an API may have it."""
