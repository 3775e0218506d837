"""Messages in the sandbox: https://www.twilio.com/docs/messaging/api/message-resource"""

from __future__ import annotations

import math
import mimetypes
import re
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from restmap.sandbox import Behaviour, HandlerResult, SandboxCall, StoredRecord

from ..api.v2010.media import Media
from ..api.v2010.message import Message
from .failing_numbers import refuse_failing_numbers

behaviour = Behaviour()

# GSM 03.38 without its extension table, whose characters count twice.
_GSM = re.compile(
    r"[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\\[~\]|€]*"
)
_GSM_EXTENSION = re.compile(r"[\^{}\\\[~\]|€]")


def count_segments(body: str) -> int:
    """The segments of an SMS: https://www.twilio.com/docs/glossary/what-sms-character-limit

    >>> count_segments("a" * 160), count_segments("a" * 161), count_segments("ж" * 71)
    (1, 2, 2)
    """
    if _GSM.fullmatch(body):
        length, alone, joined = len(body) + len(_GSM_EXTENSION.findall(body)), 160, 153
    else:
        length, alone, joined = len(body.encode("utf-16-le")) // 2, 70, 67
    return 1 if length <= alone else math.ceil(length / joined)


def _first_status(arguments: Mapping[str, Any]) -> str:
    if "send_at" in arguments:
        return "scheduled"
    return "accepted" if "messaging_service_sid" in arguments else "queued"


def _media_urls(arguments: Mapping[str, Any]) -> list[str]:
    return arguments.get("media_url") or []


behaviour.initial(
    Message,
    sid=lambda given: ("MM" if _media_urls(given) else "SM") + secrets.token_hex(16),
    direction="outbound-api",
    status=_first_status,
    num_segments=lambda given: str(count_segments(given.get("body") or "")),
    num_media=lambda given: str(len(_media_urls(given))),
    price_unit="USD",
    api_version="2010-04-01",
)
behaviour.lifecycle(
    Message, "status", [("accepted", 0), ("queued", 1), ("sent", 2), ("delivered", 4)]
)


@behaviour.override(Message, "create")
def create(call: SandboxCall) -> HandlerResult:
    """Refuse the numbers that stand for failures."""
    refuse_failing_numbers(call, "from_", {
        "1": (21212, "The 'From' number {} is not a valid phone number, shortcode, or alphanumeric "
              "sender ID."),
        "7": (21606, "The 'From' phone number {} is not a valid, SMS-capable inbound phone number "
              "or short code for your account."),
        "8": (21611, "This 'From' number {} has exceeded the maximum number of queued messages."),
    })  # fmt: skip
    refuse_failing_numbers(call, "to", {
        "1": (21211, "Invalid 'To' Phone Number: {}"),
        "2": (21612, "The message From/To pair violates a country or carrier rule: {}."),
        "3": (21408, "Permission to send an SMS has not been enabled for the region of {}."),
        "4": (21610, "Attempt to send to unsubscribed recipient {}."),
        "9": (21614, "'To' number {} is not a valid mobile number."),
    })  # fmt: skip
    return call.run_default()


@behaviour.after_create(Message)
def add_media(message: StoredRecord) -> None:
    """Create the media of an MMS, and plan when a scheduled message is sent."""
    for url in _media_urls(message.arguments):
        kind = mimetypes.guess_type(url)[0] or "image/jpeg"
        message.create(Media, content_type=kind, parent_sid=message.path["sid"])
    send_at = message.arguments.get("send_at")
    if isinstance(send_at, datetime):
        message.save_later((send_at - message.now).total_seconds(), status="accepted")


@behaviour.after_change(Message, "status", "sent")
def send(message: StoredRecord) -> None:
    """Set what is known once a message is sent."""
    segments = int(message.fields["num_segments"])
    message.save(date_sent=message.now, price=f"-{0.0083 * segments:.5f}")
