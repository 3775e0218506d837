"""Send: a request becomes an answer."""
