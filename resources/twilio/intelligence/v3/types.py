"""The values that several resources of intelligence.v3 have."""

from typing import Literal

OperatorAuthorEnum = Literal["SELF", "TWILIO"]
OperatorOutputFormat = Literal["TEXT", "JSON", "CLASSIFICATION"]
