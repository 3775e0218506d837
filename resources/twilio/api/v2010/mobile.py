"""Incoming phone numbers mobile of accounts."""

from __future__ import annotations

from .local import Local


class Mobile(Local, uri="/Accounts/{account_sid}/IncomingPhoneNumbers/Mobile.json"):
    """client.api.v2010.accounts(…).incoming_phone_numbers.mobile"""
