"""Exports."""

from __future__ import annotations

from restmap import Collection, Params, collection

from .base import BulkexportsResource
from .custom_job import CustomJob
from .day import Day
from .job import Job


class Export(BulkexportsResource, uri="/Exports/{resource_type}"):
    """client.bulkexports.v1.exports"""

    resource_type: str
    url: str
    links: dict[str, str] | None

    class Fetch(Params): ...

    days = collection(Day)
    export_custom_jobs = collection(CustomJob)


class Exports(Collection[Export]):
    """The collection of exports, with mounts of its own."""

    jobs = collection(Job)
