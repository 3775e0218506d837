"""What adds credentials to requests, and the security schemes that name them."""
