"""The values that several resources of supersim.v1 have."""

from __future__ import annotations

from typing import Literal

Direction = Literal["to_sim", "from_sim"]
