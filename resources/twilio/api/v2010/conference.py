"""Conferences of accounts: https://www.twilio.com/docs/voice/twiml/conference"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from restmap import UNSET, Paging, Params, collection, field, param

from ...types import CallbackMethod
from .base import ApiResource
from .conference_recording import Recording
from .participant import Participant

ReasonConferenceEnded = Literal[
    "conference-ended-via-api",
    "participant-with-end-conference-on-exit-left",
    "participant-with-end-conference-on-exit-kicked",
    "last-participant-kicked",
    "last-participant-left",
]
Status = Literal["init", "in-progress", "completed"]
UpdateStatus = Literal["completed"]


class Conference(ApiResource, uri="/Accounts/{account_sid}/Conferences/{sid}.json"):
    """client.api.v2010.accounts(…).conferences"""

    account_sid: str
    date_created: datetime
    date_updated: datetime | None
    api_version: str | None
    friendly_name: str | None
    region: str | None
    sid: str = field(prefix="CF")
    status: Status
    uri: str
    subresource_uris: dict[str, str] | None
    reason_conference_ended: ReasonConferenceEnded
    call_sid_ending_conference: str | None

    class Update(Params):
        status: UpdateStatus = UNSET
        announce_url: str = UNSET
        announce_method: CallbackMethod = UNSET

    class List(Paging, items="conferences"):
        date_created: date = UNSET
        date_created_before: date = param(name="DateCreated<", default=UNSET)
        date_created_after: date = param(name="DateCreated>", default=UNSET)
        date_updated: date = UNSET
        date_updated_before: date = param(name="DateUpdated<", default=UNSET)
        date_updated_after: date = param(name="DateUpdated>", default=UNSET)
        friendly_name: str = UNSET
        status: Status = UNSET

    class Fetch(Params): ...

    participants = collection(Participant)
    recordings = collection(Recording)
