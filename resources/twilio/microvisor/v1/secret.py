"""Device secrets of devices."""

from __future__ import annotations

from .account_secret import AccountSecret


class Secret(AccountSecret, uri="/Devices/{device_sid}/Secrets/{key}"):
    """client.microvisor.v1.devices(…).device_secrets"""

    device_sid: str
