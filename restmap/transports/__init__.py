"""Transports: each sends one request by HTTP and returns its response."""
