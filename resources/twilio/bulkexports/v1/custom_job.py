"""Export custom jobs of exports."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, Params

from .base import BulkexportsResource


class CustomJob(BulkexportsResource, uri="/Exports/{resource_type}/Jobs"):
    """client.bulkexports.v1.exports(…).export_custom_jobs"""

    friendly_name: str | None
    resource_type: str
    start_day: str | None
    end_day: str | None
    webhook_url: str | None
    webhook_method: str | None
    email: str | None
    job_sid: str | None
    details: list[Any] | None
    job_queue_position: str | None
    estimated_completion_time: str | None

    class Create(Params):
        start_day: str
        end_day: str
        friendly_name: str
        webhook_url: str = UNSET
        webhook_method: str = UNSET
        email: str = UNSET

    class List(Paging): ...
