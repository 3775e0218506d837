"""The values that several resources of media.v1 have."""

from __future__ import annotations

from typing import Literal

Order = Literal["asc", "desc"]
UpdateStatus = Literal["ended"]
