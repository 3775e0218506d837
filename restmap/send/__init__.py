"""Send: a request goes out, and its response comes back, retried and redirected as needed."""
