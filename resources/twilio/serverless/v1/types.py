"""Literal types that several resources of serverless.v1 use."""

from typing import Literal

Visibility = Literal["public", "private", "protected"]
