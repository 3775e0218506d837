"""Calls and their recordings in the sandbox: https://www.twilio.com/docs/voice/api/call-resource"""

from __future__ import annotations

from typing import Any

from restmap.declare.scalar_readers import read_datetime
from restmap.sandbox import (
    Behaviour,
    HandlerResult,
    SandboxCall,
    StoredRecord,
    select_all,
)

from ..api.v2010.call import Call
from ..api.v2010.call_recording import Recording as CallRecording
from ..api.v2010.recording import Recording
from .failing_numbers import refuse_failing_numbers
from .numbers import national_format

behaviour = Behaviour()

behaviour.initial(
    Call,
    direction="outbound-api",
    status="queued",
    to_formatted=lambda given: national_format(str(given.get("to", ""))),
    from_formatted=lambda given: national_format(str(given.get("from_", ""))),
    price_unit="USD",
    api_version="2010-04-01",
)
behaviour.lifecycle(
    Call, "status", [("queued", 0), ("ringing", 1), ("in-progress", 3), ("completed", 13)]
)


@behaviour.override(Call, "create")
def create(call: SandboxCall) -> HandlerResult:
    """Refuse the numbers that stand for failures."""
    refuse_failing_numbers(call, "from_", {
        "1": (21212, "The phone number provided for the 'From' parameter is invalid: {}."),
    })  # fmt: skip
    refuse_failing_numbers(call, "to", {
        "1": (21217, "The phone number {} does not appear to be valid."),
        "2": (21214, "The phone number {} cannot be reached."),
        "3": (21215, "The account is not allowed to call {}."),
        "4": (21216, "The account is not allowed to call {}."),
    })  # fmt: skip
    return call.run_default()


@behaviour.after_create(Call)
def remember_recording(call: StoredRecord) -> None:
    """Keep whether the call is to be recorded, which no response has."""
    if call.arguments.get("record"):
        call.note(record=True)


@behaviour.after_change(Call, "status", "in-progress")
def answer(call: StoredRecord) -> None:
    """Begin to talk, and to record."""
    call.save(start_time=call.now)
    if call.notes.get("record"):
        call.create(CallRecording, status="in-progress", source="OutboundAPI", start_time=call.now)


@behaviour.after_change(Call, "status", "completed")
def hang_up(call: StoredRecord) -> None:
    """End a call and its recordings."""
    began = call.fields["start_time"]
    seconds = round((call.now - read_datetime(began)).total_seconds()) if began else 0
    call.save(end_time=call.now, duration=str(seconds), price=f"-{0.014 * (seconds // 60 + 1):.5f}")
    for recording in call.find_all(CallRecording):
        if recording.fields["status"] in ("in-progress", "paused"):
            recording.save(status="completed", duration=str(seconds))


# -- a recording is found below its call, and in the list of all of them -----------------------

behaviour.initial(CallRecording, status="in-progress", channels=1, api_version="2010-04-01")
behaviour.initial(Recording, status="in-progress", channels=1, api_version="2010-04-01")
behaviour.filters(Recording, include_soft_deleted=select_all)

_SHARED = ("status", "duration", "start_time", "source", "channels", "price", "price_unit")


@behaviour.after_create(CallRecording)
def list_recording(recording: StoredRecord) -> None:
    """Add a recording of a call to the list of all recordings."""
    sid, call_sid = recording.path["sid"], recording.path["call_sid"]
    url = f"https://api.twilio.com{recording.fields['uri']}".removesuffix(".json")
    url = url.replace(f"/Calls/{call_sid}", "")
    recording.create(Recording, sid=sid, call_sid=call_sid, media_url=url, **_shared(recording))


@behaviour.after_change(CallRecording, "status")
def update_listed_recording(recording: StoredRecord) -> None:
    """Change the recording in the list of all recordings as well."""
    listed = recording.find(Recording, recording.path["sid"])
    if listed is not None:
        listed.save(**_shared(recording))


def _shared(recording: StoredRecord) -> dict[str, Any]:
    return {name: recording.fields[name] for name in _SHARED}


@behaviour.after_delete(CallRecording)
def delete_listed_recording(recording: StoredRecord) -> None:
    """Delete the recording in the list of all recordings as well."""
    listed = recording.find(Recording, recording.path["sid"])
    if listed is not None:
        listed.delete()


@behaviour.after_delete(Recording)
def delete_recording_of_call(recording: StoredRecord) -> None:
    """Delete the recording below its call as well."""
    call_sid = recording.fields["call_sid"]
    if call_sid is None:
        return
    for each in recording.find_all(CallRecording, call_sid=call_sid):
        if each.path["sid"] == recording.path["sid"]:
            each.delete()
