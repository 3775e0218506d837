"""The values that several resources of studio.v2 have."""

from __future__ import annotations

from typing import Literal

Status = Literal["draft", "published"]
