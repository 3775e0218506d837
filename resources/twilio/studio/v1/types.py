"""Literal types that several resources of studio.v1 use."""

from typing import Literal

Status = Literal["active", "ended"]
