"""microvisor.v1.devices(…).device_configs."""

from __future__ import annotations

from .account_config import AccountConfig


class Config(AccountConfig, uri="/Devices/{device_sid}/Configs/{key}"):
    """A config of a device."""

    device_sid: str
