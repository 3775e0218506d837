"""Export configuration."""

from __future__ import annotations

from restmap import UNSET, Params, Resource

from .base import BulkexportsResource


class ExportConfiguration(BulkexportsResource, uri="/Exports/{resource_type}/Configuration"):
    """client.bulkexports.v1.export_configuration"""

    enabled: bool | None
    webhook_url: str | None
    webhook_method: str | None
    resource_type: str
    url: str

    class Key(Resource.Key):
        resource_type: str

    class Update(Params):
        enabled: bool = UNSET
        webhook_url: str = UNSET
        webhook_method: str = UNSET

    class Fetch(Params): ...
