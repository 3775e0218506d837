"""Services: https://www.twilio.com/docs/messaging/services"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection, field, handle

from ...types import CallbackMethod
from .alpha_sender import AlphaSender
from .base import MessagingResource
from .channel_sender import ChannelSender
from .destination_alpha_sender import DestinationAlphaSender
from .phone_number import PhoneNumber
from .short_code import ShortCode
from .us_app_to_person import UsAppToPerson
from .us_app_to_person_usecase import UsAppToPersonUsecase

ScanMessageContent = Literal["inherit", "enable", "disable"]


class ServiceParameters(Params):
    """The parameters of Create and Update."""

    inbound_request_url: str = UNSET
    inbound_method: CallbackMethod = UNSET
    fallback_url: str = UNSET
    fallback_method: CallbackMethod = UNSET
    status_callback: str = UNSET
    sticky_sender: bool = UNSET
    mms_converter: bool = UNSET
    smart_encoding: bool = UNSET
    scan_message_content: ScanMessageContent = UNSET
    fallback_to_long_code: bool = UNSET
    area_code_geomatch: bool = UNSET
    validity_period: int = UNSET
    synchronous_validation: bool = UNSET
    usecase: str = UNSET
    use_inbound_webhook_on_number: bool = UNSET


class Service(MessagingResource, uri="/Services/{sid}"):
    """client.messaging.v1.services"""

    sid: str = field(prefix="MG")
    account_sid: str
    friendly_name: str | None
    date_created: datetime
    date_updated: datetime | None
    inbound_request_url: str | None
    inbound_method: CallbackMethod | None
    fallback_url: str | None
    fallback_method: CallbackMethod | None
    status_callback: str | None
    sticky_sender: bool | None
    mms_converter: bool | None
    smart_encoding: bool | None
    scan_message_content: ScanMessageContent
    fallback_to_long_code: bool | None
    area_code_geomatch: bool | None
    synchronous_validation: bool | None
    validity_period: int
    url: str
    links: dict[str, str] | None
    usecase: str | None
    us_app_to_person_registered: bool | None
    use_inbound_webhook_on_number: bool | None

    class Create(ServiceParameters):
        friendly_name: str

    class Update(ServiceParameters):
        friendly_name: str = UNSET

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...

    alpha_senders = collection(AlphaSender)
    channel_senders = collection(ChannelSender)
    destination_alpha_senders = collection(DestinationAlphaSender)
    phone_numbers = collection(PhoneNumber)
    short_codes = collection(ShortCode)
    us_app_to_person = collection(UsAppToPerson)
    us_app_to_person_usecases = handle(UsAppToPersonUsecase)
