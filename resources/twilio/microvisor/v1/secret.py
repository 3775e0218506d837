"""microvisor.v1.devices(…).device_secrets."""

from __future__ import annotations

from .account_secret import AccountSecret


class Secret(AccountSecret, uri="/Devices/{device_sid}/Secrets/{key}"):
    """A secret of a device."""

    device_sid: str
