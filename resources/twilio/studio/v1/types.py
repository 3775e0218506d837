"""The values that several resources of studio.v1 have."""

from typing import Literal

Status = Literal["active", "ended"]
