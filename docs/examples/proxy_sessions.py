"""A tour of Twilio Proxy sessions: create, list, stream, turn pages, update, delete.

The program talks to a sandbox on this machine, so it needs no account and costs nothing:

    python docs/examples/proxy_sessions.py

With BASE_URL, TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN set, it talks to the server at BASE_URL.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from resources.twilio import Client
from resources.twilio.proxy.v1.service import Service
from restmap import ApiError, ParameterError
from restmap.sandbox import Sandbox

SESSIONS = 120
_steps = count(1)


def main() -> None:
    with ExitStack() as stack:
        client = connect(stack)
        service = create_service(client)
        create_sessions(service)
        list_sessions(service)
        stream_sessions(service)
        turn_pages(service)
        change_one(service)
        refused(service)
        service.delete()
        say("Done", "the service is deleted, and its sessions with it")


def connect(stack: ExitStack) -> Client:
    """A client of the server at BASE_URL, by default of a sandbox that ends with the program."""
    if base_url := os.environ.get("BASE_URL"):
        say("Server", base_url)
        return stack.enter_context(Client(base_url=base_url))
    sandbox = stack.enter_context(Sandbox("resources.twilio.proxy"))
    say("Sandbox", f"derived from the declarations, at {sandbox.url}")
    client = Client(sandbox.account, sandbox.token, base_url=sandbox.url)
    return stack.enter_context(client)


def create_service(client: Client) -> Service:
    name = f"tour-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    service = client.proxy.v1.services.create(unique_name=name, default_ttl=3600)
    say("Service", f"{service.unique_name} is {service.sid}")
    return service


def create_sessions(service: Service) -> None:
    now = datetime.now(UTC)
    created = [
        service.sessions.create(
            unique_name=f"order-{number}",
            date_expiry=now + timedelta(hours=number + 1),
            mode="voice-and-message",
            participants=[
                {"Identifier": f"+1555010{number:04}", "FriendlyName": "customer"},
                {"Identifier": "+15550199999", "FriendlyName": "courier"},
            ],
        )
        for number in range(SESSIONS)
    ]
    last = created[-1]
    say("Create", f"{len(created)} sessions, each with two participants; the last one is")
    line(f"{last.unique_name}  {last.sid}  {last.status}")
    line(f"expires {last.date_expiry:%d %B %Y at %H:%M} UTC")
    for person in last.participants.list():
        line(f"{person.friendly_name}: {person.identifier}")


def list_sessions(service: Service) -> None:
    sessions = service.sessions.list(limit=20)
    say("List", f"{len(sessions)} of them with limit=20, a list")
    line(", ".join(session.unique_name for session in sessions[:4]) + ", …")


def stream_sessions(service: Service) -> None:
    soon = datetime.now(UTC) + timedelta(hours=24)
    expiring = 0
    for session in service.sessions.stream(limit=100, page_size=25):
        expiring += session.date_expiry is not None and session.date_expiry < soon
    say("Stream", f"{expiring} of the first 100 expire within a day; read in pages of 25")


def turn_pages(service: Service) -> None:
    page = service.sessions.page(page_size=50)
    stored = page.next_page_url
    say("Pages", "of 50 sessions")
    for number in count(1):
        line(f"page {number}: {len(page)}, next page: {shortened(page.next_page_url)}")
        following = page.next_page()
        if following is None:
            break
        page = following
    assert stored is not None
    resumed = service.sessions.get_page(stored)
    line(f"resumed from a stored URL: {resumed.items[0].unique_name} comes first")


def shortened(url: str | None) -> str:
    return f"…?{url.partition('?')[2]}" if url else "none"


def change_one(service: Service) -> None:
    session = service.sessions("order-7").fetch()
    closed = session.update(status="closed")
    say("Update", f"{closed.unique_name}: {session.status} → {closed.status}")
    closed.delete()
    say("Delete", f"{closed.unique_name}; {len(service.sessions.list())} sessions are left")


def refused(service: Service) -> None:
    try:
        service.sessions.create(unique_name="order-8")
    except ApiError as error:
        say("Refused", f"by the API, as a {type(error).__name__}")
        line(f"status {error.status}, code {error.code}: {error.message}")
    wrong: Any = "tomorrow"  # Any, since type checkers refuse text for a datetime
    try:
        service.sessions.create(date_expiry=wrong)
    except ParameterError as error:
        say("Refused", "before anything was sent")
        for text in str(error).splitlines():
            line(text.strip())


def say(what: str, text: str) -> None:
    print(f"\n{next(_steps):2}. {what:8} {text}")


def line(text: str) -> None:
    print(f"             {text}")


if __name__ == "__main__":
    main()
