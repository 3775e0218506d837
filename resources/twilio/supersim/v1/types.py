"""The values that several resources of supersim.v1 have."""

from typing import Literal

Direction = Literal["to_sim", "from_sim"]
