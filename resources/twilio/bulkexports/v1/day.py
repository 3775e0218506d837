"""Days of exports."""

from __future__ import annotations

from restmap import Paging, Params

from ...pages import MetaPage
from .base import BulkexportsResource


class Day(BulkexportsResource, uri="/Exports/{resource_type}/Days/{day}"):
    """client.bulkexports.v1.exports(…).days"""

    redirect_to: str | None
    day: str
    size: int | None
    create_date: str | None
    friendly_name: str | None
    resource_type: str

    class List(Paging, page=MetaPage(max_page_size=400)): ...

    class Fetch(Params, redirects=False): ...
