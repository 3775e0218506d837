"""Twilio's API, declared: `client = Client(); client.proxy.v1.services.list(limit=20)`."""

from .client import Client

__all__ = ["Client"]
