"""Literal types that several resources of media.v1 use."""

from typing import Literal

Order = Literal["asc", "desc"]
UpdateStatus = Literal["ended"]
