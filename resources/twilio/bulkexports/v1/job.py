"""Jobs, in exports."""

from __future__ import annotations

from typing import Any

from restmap import Params

from .base import BulkexportsResource


class Job(BulkexportsResource, uri="/Exports/Jobs/{job_sid}"):
    """client.bulkexports.v1.exports.jobs"""

    resource_type: str | None
    friendly_name: str | None
    details: list[Any] | None
    start_day: str | None
    end_day: str | None
    job_sid: str
    webhook_url: str | None
    webhook_method: str | None
    email: str | None
    url: str
    job_queue_position: str | None
    estimated_completion_time: str | None

    class Fetch(Params): ...

    class Delete(Params): ...
