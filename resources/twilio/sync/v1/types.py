"""Literal types that several resources of sync.v1 use."""

from typing import Literal

QueryFromBoundType = Literal["inclusive", "exclusive"]
QueryResultOrder = Literal["asc", "desc"]
