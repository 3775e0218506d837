"""Extensions of available add ons."""

from __future__ import annotations

from restmap import Paging, Params, field

from .base import PreviewResource


class AvailableAddOnExtension(
    PreviewResource, uri="/AvailableAddOns/{available_add_on_sid}/Extensions/{sid}"
):
    """client.preview.marketplace.available_add_ons(…).extensions"""

    sid: str = field(prefix="XF")
    available_add_on_sid: str
    friendly_name: str | None
    product_name: str | None
    unique_name: str | None
    url: str

    class List(Paging): ...

    class Fetch(Params): ...
