"""Every kind of operation that an API may have."""
