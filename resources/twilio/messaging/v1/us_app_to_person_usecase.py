"""Us app to person usecases of services."""

from __future__ import annotations

from typing import Any

from restmap import UNSET, NoKey, Params

from .base import MessagingResource


class UsAppToPersonUsecase(
    MessagingResource, uri="/Services/{messaging_service_sid}/Compliance/Usa2p/Usecases"
):
    """client.messaging.v1.services(…).us_app_to_person_usecases"""

    us_app_to_person_usecases: list[Any] | None
    messaging_service_sid: str

    class Key(NoKey): ...

    class Fetch(Params):
        brand_registration_sid: str = UNSET
