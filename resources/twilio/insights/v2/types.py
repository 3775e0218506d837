"""Literal types that several resources of insights.v2 use."""

from typing import Literal

ReportStatus = Literal["created", "running", "completed"]
