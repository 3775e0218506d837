"""The values that several resources of chat.v2 have."""

from typing import Literal

BindingType = Literal["gcm", "apn", "fcm"]
