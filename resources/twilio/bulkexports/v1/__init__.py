"""Bulkexports, v1."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred

if TYPE_CHECKING:
    from .export import Export, Exports
    from .export_configuration import ExportConfiguration
else:
    Export = deferred(".export:Export", __package__)
    Exports = deferred(".export:Exports", __package__)
    ExportConfiguration = deferred(".export_configuration:ExportConfiguration", __package__)


class V1(Version, prefix="/v1"):
    """https://bulkexports.twilio.com/v1"""

    export_configuration = collection(ExportConfiguration)
    exports = collection(Export, Exports)
