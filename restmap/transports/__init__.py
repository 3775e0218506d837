"""Transports: a request goes out by HTTP, and its response comes back."""
