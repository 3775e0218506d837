"""Device configs of devices."""

from __future__ import annotations

from .account_config import AccountConfig


class Config(AccountConfig, uri="/Devices/{device_sid}/Configs/{key}"):
    """client.microvisor.v1.devices(…).device_configs"""

    device_sid: str
