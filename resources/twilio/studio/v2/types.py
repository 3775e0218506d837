"""The values that several resources of studio.v2 have."""

from typing import Literal

Status = Literal["draft", "published"]
