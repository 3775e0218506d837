"""The values that several resources of wireless.v1 have."""

from __future__ import annotations

from typing import Literal

CallbackMethod = Literal["GET", "POST"]
