"""Build: arguments become a request."""
