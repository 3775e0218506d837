"""Literal types that several resources of chat.v2 use."""

from typing import Literal

BindingType = Literal["gcm", "apn", "fcm"]
