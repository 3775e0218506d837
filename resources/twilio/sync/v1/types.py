"""The values that several resources of sync.v1 have."""

from typing import Literal

QueryFromBoundType = Literal["inclusive", "exclusive"]
QueryResultOrder = Literal["asc", "desc"]
