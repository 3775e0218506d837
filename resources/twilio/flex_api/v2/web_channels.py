"""Web channels."""

from __future__ import annotations

from restmap import UNSET, Params, param

from .base import FlexApiResource


class WebChannels(FlexApiResource, uri="/WebChats"):
    """client.flex_api.v2.web_channels"""

    conversation_sid: str | None
    identity: str | None

    class Create(Params):
        address_sid: str
        ui_version: str = param(location="header", default=UNSET)
        chat_friendly_name: str = UNSET
        customer_friendly_name: str = UNSET
        pre_engagement_data: str = UNSET
        identity: str = UNSET
