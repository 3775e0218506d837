"""The values that several resources of ip_messaging.v2 have."""

from typing import Literal

BindingType = Literal["gcm", "apn", "fcm"]
