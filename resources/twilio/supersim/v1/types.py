"""Literal types that several resources of supersim.v1 use."""

from typing import Literal

Direction = Literal["to_sim", "from_sim"]
