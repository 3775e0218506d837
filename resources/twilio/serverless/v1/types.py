"""The values that several resources of serverless.v1 have."""

from __future__ import annotations

from typing import Literal

Visibility = Literal["public", "private", "protected"]
