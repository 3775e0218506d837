"""Literal types that several resources of ip_messaging.v2 use."""

from typing import Literal

BindingType = Literal["gcm", "apn", "fcm"]
