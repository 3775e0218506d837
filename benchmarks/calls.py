"""The calls that the server of the benchmarks gives, for tables; all follow from an ordinal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from .sessions import ACCOUNT_SID, PAGE_SIZE, dumped

BLOCKS = 200

PATH = f"/2010-04-01/Accounts/{ACCOUNT_SID}/Calls.json"

_BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
STATUSES = ("completed", "busy", "no-answer")


def call(ordinal: int) -> dict[str, Any]:
    """One call, with the keys of Twilio's."""
    sid = f"CA{ordinal * 7919:032x}"
    uri = f"{PATH.removesuffix('.json')}/{sid}"
    created = _BEGINNING + timedelta(seconds=ordinal * 61)
    return {
        "date_updated": _text(created + timedelta(seconds=95)),
        "price_unit": "USD",
        "parent_call_sid": None,
        "caller_name": None,
        "duration": str(ordinal % 300),
        "from": f"+1555{ordinal % 10_000_000:07d}",
        "to": f"+1666{ordinal * 7 % 10_000_000:07d}",
        "annotation": None,
        "answered_by": None,
        "sid": sid,
        "queue_time": "0",
        "price": "-0.01300" if ordinal % 3 == 0 else None,
        "api_version": "2010-04-01",
        "status": STATUSES[ordinal % 3],
        "direction": "outbound-api",
        "start_time": _text(created + timedelta(seconds=1)),
        "date_created": _text(created),
        "from_formatted": f"(555) {ordinal % 1000:03d}-0100",
        "group_sid": None,
        "trunk_sid": "",
        "forwarded_from": None,
        "uri": f"{uri}.json",
        "account_sid": ACCOUNT_SID,
        "end_time": _text(created + timedelta(seconds=94)),
        "to_formatted": f"(666) {ordinal % 1000:03d}-0100",
        "phone_number_sid": "PN" + "0123456789abcdef" * 2,
        "subresource_uris": {
            "notifications": f"{uri}/Notifications.json",
            "recordings": f"{uri}/Recordings.json",
        },
    }


def _text(moment: datetime) -> str:
    return moment.strftime("%a, %d %b %Y %H:%M:%S +0000")


def page_head(number: int, _origin: str) -> bytes:
    """The beginning of a page's body, up to its calls; every page has a next one."""
    uri = f"{PATH}?PageSize={PAGE_SIZE}"
    links = {
        "end": number * PAGE_SIZE + PAGE_SIZE - 1,
        "first_page_uri": f"{uri}&Page=0",
        "next_page_uri": f"{uri}&Page={number + 1}&PageToken=PA{number + 1}",
        "page": number,
        "page_size": PAGE_SIZE,
        "previous_page_uri": None,
        "start": number * PAGE_SIZE,
        "uri": f"{uri}&Page={number}",
    }
    return dumped(links)[:-1] + b',"calls":'


def page_tail(number: int) -> bytes:
    """The rest of it."""
    first = number * PAGE_SIZE
    return dumped([call(each) for each in range(first, first + PAGE_SIZE)]) + b"}"


def later_tail(tail: bytes, _number: int) -> bytes:
    """The rest of a page; there are as many as any workload reads."""
    return tail
