"""The values that several resources of insights.v2 have."""

from typing import Literal

ReportStatus = Literal["created", "running", "completed"]
