"""The values that several resources of studio.v1 have."""

from __future__ import annotations

from typing import Literal

Status = Literal["active", "ended"]
