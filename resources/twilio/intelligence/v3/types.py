"""Literal types that several resources of intelligence.v3 use."""

from typing import Literal

OperatorAuthorEnum = Literal["SELF", "TWILIO"]
OperatorOutputFormat = Literal["TEXT", "JSON", "CLASSIFICATION"]
