"""Signing request configurations."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, Paging, Params, param

from .base import NumbersResource


class SigningRequestConfiguration(NumbersResource, uri="/SigningRequest/Configuration"):
    """client.numbers.v1.signing_request_configurations"""

    logo_sid: str | None
    friendly_name: str | None
    product: str | None
    country: str | None
    email_subject: str | None
    email_message: str | None
    url_redirection: str | None
    url: str

    class Create(Params):
        body: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging):
        country: str = UNSET
        product: str = UNSET
