"""Accounts: https://www.twilio.com/docs/iam/api/account"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from restmap import UNSET, Paging, Params, collection, deferred, field, handle

from .base import ApiResource

if TYPE_CHECKING:
    from .address import Address
    from .application import Application
    from .authorized_connect_app import AuthorizedConnectApp
    from .available_phone_number_country import AvailablePhoneNumberCountry
    from .balance import Balance
    from .call import Call
    from .conference import Conference
    from .connect_app import ConnectApp
    from .incoming_phone_number import IncomingPhoneNumber, IncomingPhoneNumbers
    from .keys import Keys
    from .message import Message
    from .new_key import NewKey
    from .new_signing_key import NewSigningKey
    from .notification import Notification
    from .outgoing_caller_id import OutgoingCallerId
    from .queue import Queue
    from .recording import Recording
    from .short_code import ShortCode
    from .signing_key import SigningKey
    from .sip import Sip
    from .token import Token
    from .transcription import Transcription
    from .usage import Usage
    from .validation_request import ValidationRequest
else:
    Address = deferred(".address:Address", __package__)
    Application = deferred(".application:Application", __package__)
    AuthorizedConnectApp = deferred(".authorized_connect_app:AuthorizedConnectApp", __package__)
    AvailablePhoneNumberCountry = deferred(
        ".available_phone_number_country:AvailablePhoneNumberCountry", __package__
    )
    Balance = deferred(".balance:Balance", __package__)
    Call = deferred(".call:Call", __package__)
    Conference = deferred(".conference:Conference", __package__)
    ConnectApp = deferred(".connect_app:ConnectApp", __package__)
    IncomingPhoneNumber = deferred(".incoming_phone_number:IncomingPhoneNumber", __package__)
    IncomingPhoneNumbers = deferred(".incoming_phone_number:IncomingPhoneNumbers", __package__)
    Keys = deferred(".keys:Keys", __package__)
    Message = deferred(".message:Message", __package__)
    NewKey = deferred(".new_key:NewKey", __package__)
    NewSigningKey = deferred(".new_signing_key:NewSigningKey", __package__)
    Notification = deferred(".notification:Notification", __package__)
    OutgoingCallerId = deferred(".outgoing_caller_id:OutgoingCallerId", __package__)
    Queue = deferred(".queue:Queue", __package__)
    Recording = deferred(".recording:Recording", __package__)
    ShortCode = deferred(".short_code:ShortCode", __package__)
    SigningKey = deferred(".signing_key:SigningKey", __package__)
    Sip = deferred(".sip:Sip", __package__)
    Token = deferred(".token:Token", __package__)
    Transcription = deferred(".transcription:Transcription", __package__)
    Usage = deferred(".usage:Usage", __package__)
    ValidationRequest = deferred(".validation_request:ValidationRequest", __package__)

Status = Literal["active", "suspended", "closed"]
Type = Literal["Trial", "Full"]


class Account(ApiResource, uri="/Accounts/{sid}.json"):
    """client.api.v2010.accounts"""

    auth_token: str | None
    date_created: datetime
    date_updated: datetime | None
    friendly_name: str | None
    owner_account_sid: str | None
    sid: str = field(prefix="AC")
    status: Status
    subresource_uris: dict[str, str] | None
    type: Type
    uri: str

    class Create(Params):
        friendly_name: str = UNSET

    class Update(Params):
        friendly_name: str = UNSET
        status: Status = UNSET

    class List(Paging, items="accounts"):
        friendly_name: str = UNSET
        status: Status = UNSET

    class Fetch(Params): ...

    addresses = collection(Address)
    applications = collection(Application)
    authorized_connect_apps = collection(AuthorizedConnectApp)
    available_phone_numbers = collection(AvailablePhoneNumberCountry)
    balance = handle(Balance)
    calls = collection(Call)
    conferences = collection(Conference)
    connect_apps = collection(ConnectApp)
    incoming_phone_numbers = collection(IncomingPhoneNumber, IncomingPhoneNumbers)
    keys = collection(Keys)
    messages = collection(Message)
    new_keys = collection(NewKey)
    new_signing_keys = collection(NewSigningKey)
    notifications = collection(Notification)
    outgoing_caller_ids = collection(OutgoingCallerId)
    queues = collection(Queue)
    recordings = collection(Recording)
    short_codes = collection(ShortCode)
    signing_keys = collection(SigningKey)
    sip = handle(Sip)
    tokens = collection(Token)
    transcriptions = collection(Transcription)
    usage = handle(Usage)
    validation_requests = collection(ValidationRequest)
