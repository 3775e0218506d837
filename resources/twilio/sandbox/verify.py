"""Verifications in the sandbox: https://www.twilio.com/docs/verify/api/verification"""

from __future__ import annotations

import logging
import secrets
from typing import Any

from restmap.sandbox import (
    Behaviour,
    HandlerResult,
    Refusal,
    SandboxCall,
    StoredRecord,
    json_response,
)

from ..verify.v2.service import Service
from ..verify.v2.verification import Verification
from ..verify.v2.verification_check import VerificationCheck

MAX_CHECKS = 5

behaviour = Behaviour()

_log = logging.getLogger("restmap.sandbox.codes")

behaviour.initial(Service, code_length=6)
behaviour.initial(Verification, status="pending", valid=False)
# https://www.twilio.com/docs/verify/api/rate-limits-and-timeouts
behaviour.lifecycle(Verification, "status", [("pending", 0), ("expired", 600)])


@behaviour.override(Verification, "create")
def create(call: SandboxCall) -> HandlerResult:
    """Send a code; while a verification is pending, it is sent again."""
    pending = _find_pending(call, to=call.arguments["to"])
    if pending is None and call.arguments["channel"] == "auto":
        return call.run_default(channel="sna")  # as in the example of Twilio's document
    if pending is None:
        return call.run_default()
    _send_code(pending, call.arguments)
    return json_response(201, pending.fields)


@behaviour.after_create(Verification)
def send_code(verification: StoredRecord) -> None:
    """Send the first code of a verification."""
    _send_code(verification, verification.arguments)


def _send_code(verification: StoredRecord, arguments: Any) -> None:
    rules: Any = verification.rules
    code = arguments.get("custom_code") or rules.verification_code or _random_code()
    verification.note(code=code)
    attempt = {
        "attempt_sid": f"VL{secrets.token_hex(16)}",
        "channel": verification.fields["channel"],
        "time": f"{verification.now:%Y-%m-%dT%H:%M:%SZ}",
    }
    sent: list[Any] = verification.fields["send_code_attempts"] or []
    verification.save(send_code_attempts=[*sent, attempt])
    _log.info("the verification code for %s is %s", verification.fields["to"], code)


def _random_code() -> str:
    return f"{secrets.randbelow(10**6):06}"


@behaviour.override(VerificationCheck, "create")
def check(call: SandboxCall) -> HandlerResult:
    """Approve a verification if the code is the one that was sent.

    https://www.twilio.com/docs/verify/api/verification-check
    """
    given = {name: call.arguments.get(name) for name in ("to", "verification_sid")}
    verification = _find_pending(call, to=given["to"], sid=given["verification_sid"])
    if verification is None:
        path = f"/Services/{call.path['service_sid']}/VerificationCheck"
        raise Refusal(404, f"The requested resource {path} was not found.")
    checks = verification.notes.get("checks", 0) + 1
    if checks > MAX_CHECKS:
        verification.save(status="max_attempts_reached")
        raise Refusal(429, "Max check attempts reached.", code=60202)
    verification.note(checks=checks)
    if call.arguments.get("code") == verification.notes["code"]:
        verification.save(status="approved", valid=True)
    names = ("sid", "service_sid", "account_sid", "to", "channel", "status", "valid", "amount",
             "payee", "date_created", "date_updated")  # fmt: skip
    fields = verification.fields
    checked = {name: fields[name] for name in names}
    return json_response(201, {**checked, "sna_attempts_error_codes": []})


def _find_pending(
    call: SandboxCall, to: str | None = None, sid: str | None = None
) -> StoredRecord | None:
    """The verification to a recipient, or with a SID, that waits for its code."""
    for each in reversed(call.find_all(Verification)):
        fields = each.fields
        if fields["status"] == "pending" and (fields["sid"] == sid or (to and fields["to"] == to)):
            return each
    return None
