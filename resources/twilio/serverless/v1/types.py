"""The values that several resources of serverless.v1 have."""

from typing import Literal

Visibility = Literal["public", "private", "protected"]
