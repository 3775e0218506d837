"""Microvisor, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .account_config import AccountConfig
    from .account_secret import AccountSecret
    from .app import App
    from .device import Device
else:
    AccountConfig = deferred(".account_config:AccountConfig", __package__)
    AccountSecret = deferred(".account_secret:AccountSecret", __package__)
    App = deferred(".app:App", __package__)
    Device = deferred(".device:Device", __package__)


class V1(Version, prefix="/v1"):
    """https://microvisor.twilio.com/v1"""

    account_configs = collection(AccountConfig)
    account_secrets = collection(AccountSecret)
    apps = collection(App)
    devices = collection(Device)
