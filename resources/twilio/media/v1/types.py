"""The values that several resources of media.v1 have."""

from typing import Literal

Order = Literal["asc", "desc"]
UpdateStatus = Literal["ended"]
