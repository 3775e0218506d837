"""Literal types that several resources of studio.v2 use."""

from typing import Literal

Status = Literal["draft", "published"]
