"""Prism judges requests by Twilio's own OpenAPI documents."""
