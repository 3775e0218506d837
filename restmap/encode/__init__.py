"""Encode: arguments become a request."""
