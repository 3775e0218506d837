"""Incoming phone numbers toll free of accounts."""

from __future__ import annotations

from .local import Local


class TollFree(Local, uri="/Accounts/{account_sid}/IncomingPhoneNumbers/TollFree.json"):
    """client.api.v2010.accounts(…).incoming_phone_numbers.toll_free"""
