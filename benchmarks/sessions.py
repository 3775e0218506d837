"""The sessions that the server of the benchmarks gives, and what a correct client makes of them.

Everything follows from an ordinal, so that server and measurements agree without asking.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

ACCOUNT_SID = "AC" + "0123456789abcdef" * 2
AUTH_TOKEN = "benchmark"
SERVICE_SID = "KS" + "fedcba9876543210" * 2

PAGE_SIZE = 1000
BLOCKS = 100

PATH = f"/v1/Services/{SERVICE_SID}/Sessions"

# What the `next_page_url` of Twilio begins with; a client has to come back to where it asked.
_API = f"https://proxy.twilio.com{PATH}"

_BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
_MODES = ("message-only", "voice-only", "voice-and-message")

# The form of every create, as the API wants it: what each client has to send.
UNIQUE_NAME = "order-42"
DATE_EXPIRY = datetime(2026, 11, 24, 10, 0, 0, tzinfo=UTC)
PARTICIPANTS = [
    {"Identifier": "+15550100", "FriendlyName": "Ada"},
    {"Identifier": "+15550101", "FriendlyName": "Grace"},
]
FORM = [
    ("DateExpiry", "2026-11-24T10:00:00Z"),
    ("Participants", '{"Identifier":"+15550100","FriendlyName":"Ada"}'),
    ("Participants", '{"Identifier":"+15550101","FriendlyName":"Grace"}'),
    ("UniqueName", UNIQUE_NAME),
]


def session(ordinal: int) -> dict[str, Any]:
    """One session, with the keys in Twilio's order.

    A third of them is new, a third in progress and a third closed, so that dates are missing
    where they are in an account.
    """
    sid = sid_of(ordinal)
    url = f"{_API}/{sid}"
    created = _BEGINNING + timedelta(seconds=ordinal * 613)
    started = _text(created + timedelta(seconds=97)) if ordinal % 3 else None
    ended = _text(created + timedelta(seconds=1801)) if ordinal % 3 == 2 else None
    return {
        "service_sid": SERVICE_SID,
        "status": status_of(ordinal),
        "unique_name": f"order-{ordinal:07d}",
        "date_started": started,
        "date_updated": _text(created + timedelta(seconds=1801 if ended else 211)),
        "account_sid": ACCOUNT_SID,
        "mode": _MODES[ordinal % 3],
        "date_last_interaction": _text(created + timedelta(seconds=211)) if started else None,
        "url": url,
        "ttl": 3600,
        "date_ended": ended,
        "date_expiry": _text(created + timedelta(seconds=3600)),
        "sid": sid,
        "date_created": _text(created),
        "closed_reason": "",
        "links": {"interactions": f"{url}/Interactions", "participants": f"{url}/Participants"},
    }


def sid_of(ordinal: int) -> str:
    """The sid of a session."""
    return f"KC{ordinal * 7919:032x}"


def status_of(ordinal: int) -> str:
    """The status of a session."""
    return ("open", "in-progress", "closed")[ordinal % 3]


def _text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


FETCHED = session(0)
"""The session that is fetched, and that every create answers with."""


_MESSAGE_SID = "SM" + "0123456789abcdef" * 2

MESSAGE: dict[str, Any] = {
    "body": "Your order is on its way.",
    "num_segments": "1",
    "direction": "outbound-api",
    "from": "+15550100",
    "to": "+15550101",
    "date_updated": "Tue, 06 Jan 2026 20:12:33 +0000",
    "price": None,
    "error_message": None,
    "uri": f"/2010-04-01/Accounts/{ACCOUNT_SID}/Messages/{_MESSAGE_SID}.json",
    "account_sid": ACCOUNT_SID,
    "num_media": "0",
    "status": "delivered",
    "messaging_service_sid": None,
    "sid": _MESSAGE_SID,
    "date_sent": "Tue, 06 Jan 2026 20:12:33 +0000",
    "date_created": "Tue, 06 Jan 2026 20:12:31 +0000",
    "error_code": None,
    "price_unit": "USD",
    "api_version": "2010-04-01",
    "subresource_uris": {},
}
"""The message that is fetched."""


def page_head(number: int, origin: str) -> bytes:
    """The beginning of a page's body, up to its sessions; every page has a next one."""
    url = f"{origin}{PATH}?PageSize={PAGE_SIZE}"
    meta = {
        "key": "sessions",
        "page": number,
        "page_size": PAGE_SIZE,
        "first_page_url": f"{url}&Page=0",
        "previous_page_url": None,
        "next_page_url": f"{url}&Page={number + 1}&PageToken=PT{number + 1}",
        "url": f"{url}&Page={number}",
    }
    return b'{"meta":' + dumped(meta) + b',"sessions":'


def page_tail(number: int) -> bytes:
    """The rest of it, of one of the first BLOCKS pages."""
    first = number * PAGE_SIZE
    return dumped([session(each) for each in range(first, first + PAGE_SIZE)]) + b"}"


def later_tail(tail: bytes, number: int) -> bytes:
    """The rest of a page after the first BLOCKS, from that of the page BLOCKS earlier, and so on.

    The sessions are the same but for their sids: a list that begins again is an endless one,
    which restmap refuses. As long as before, so that the Content-Length stays.
    """
    return tail.replace(b"KC0", b"KC%d" % (number // BLOCKS))


def dumped(value: Any) -> bytes:
    """Compact JSON."""
    return json.dumps(value, separators=(",", ":")).encode()


def weight(sid: str, status: str) -> int:
    """What a workload makes of the two fields it reads; the sum shows that both were right."""
    return len(status) + ord(sid[-1])


def total_weight(records: int) -> int:
    """The sum over the first so many sessions of the list."""
    weights = [
        weight(sid_of(each), status_of(each)) for each in range(min(records, BLOCKS * PAGE_SIZE))
    ]
    whole, rest = divmod(records, len(weights))
    return whole * sum(weights) + sum(weights[:rest])


def read_fields(session: Any) -> tuple[Any, ...]:
    """Read all fields of a session, as attributes."""
    return (
        session.sid,
        session.service_sid,
        session.account_sid,
        session.unique_name,
        session.status,
        session.closed_reason,
        session.mode,
        session.ttl,
        session.date_started,
        session.date_ended,
        session.date_last_interaction,
        session.date_expiry,
        session.date_created,
        session.date_updated,
        session.url,
        session.links,
    )
