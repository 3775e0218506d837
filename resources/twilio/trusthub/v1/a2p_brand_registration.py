from __future__ import annotations

from typing import Any

from restmap import Params, camel_case, param

from .base import TrusthubResource


class A2pBrandRegistration(TrusthubResource, uri="/A2PBrandRegistrations", field_names=camel_case):
    """trusthub.v1.a2_p_brand_registrations."""

    id: str | None
    session_id: str | None
    session_token: str | None

    class Create(Params):
        trusthub_v1_a2p_brand_registration_request: dict[str, Any] = param(location="body")
