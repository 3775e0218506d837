"""The types that checkers infer for Twilio's resources.

Nothing here is wrong: mypy and pyright compare each `assert_type` with what they infer. The
functions run too, against a sandbox, in `test_types.py`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal, assert_type

import pandas
import polars
import pyarrow

from resources.twilio import Client
from resources.twilio.content.v1.content import Content, TwilioText, Types
from resources.twilio.proxy import Proxy
from resources.twilio.proxy.v1 import V1
from resources.twilio.proxy.v1.participant import Participant
from resources.twilio.proxy.v1.phone_number import PhoneNumber
from resources.twilio.proxy.v1.service import Service
from resources.twilio.proxy.v1.session import Mode, Session, Status
from restmap import Page, Response, Stream


def client_to_collection(client: Client) -> None:
    assert_type(client.proxy, Proxy)
    assert_type(client.proxy.v1, V1)
    assert_type(client.proxy.v1.services("KS1"), Service)
    assert_type(client.proxy.v1.services("KS1").sessions("KC1"), Session)
    assert_type(str(client.proxy.v1.services), str)


def verbs(client: Client) -> None:
    service = client.proxy.v1.services.create(unique_name="desk", geo_match_level="radius")
    assert_type(service, Service)
    sessions = service.sessions
    session = sessions.create(
        unique_name="order-1",
        date_expiry=datetime(2030, 1, 1, tzinfo=UTC),
        ttl=3600,
        mode="voice-only",
        status="open",
        participants=[{"Identifier": "+15550100"}],
        fail_on_participant_conflict=True,
    )
    assert_type(session, Session)
    assert_type(sessions.create(), Session)
    assert_type(sessions(session.sid), Session)
    assert_type(sessions(session.sid).fetch(), Session)
    assert_type(session.update(status="in-progress", ttl=60), Session)
    assert_type(session.participants.create(identifier="+15550101"), Participant)
    assert_type(session.participants.list(), list[Participant])
    assert_type(service.phone_numbers.create(phone_number="+15550102"), PhoneNumber)
    assert_type(session.delete(), bool)


def tables(client: Client) -> None:
    stream = client.proxy.v1.services.stream()
    assert_type(stream.to_arrow(), pyarrow.Table)
    assert_type(stream.to_pandas(), pandas.DataFrame)
    assert_type(stream.to_polars(), polars.DataFrame)
    for batch in stream.to_arrow_batches():
        assert_type(batch, pyarrow.RecordBatch)


def lists(client: Client) -> None:
    service = client.proxy.v1.services.create(unique_name="lists")
    service.sessions.create(unique_name="a")
    sessions = service.sessions
    assert_type(sessions.list(), list[Session])
    assert_type(sessions.list(limit=20, page_size=10), list[Session])
    assert_type(sessions.list(limit=None), list[Session])
    stream = sessions.stream(limit=5, page_size=1, prefetch=1)
    assert_type(stream, Stream[Session])
    for session in stream:
        assert_type(session, Session)
    for session in sessions:
        assert_type(session, Session)
    page = sessions.page(page_size=50)
    assert_type(page, Page[Session])
    assert_type(page.items, list[Session])
    assert_type(page.next_page(), Page[Session] | None)
    assert_type(page.previous_page(), Page[Session] | None)
    assert_type(page.next_page_url, str | None)
    assert_type(len(page), int)
    for session in page:
        assert_type(session, Session)
    assert_type(sessions.get_page(page.url), Page[Session])


def fields(client: Client) -> None:
    service = client.proxy.v1.services.create(unique_name="fields")
    session = service.sessions.create(unique_name="a")
    assert_type(session.sid, str)
    assert_type(session.ttl, int)
    assert_type(session.status, Status)
    assert_type(session.mode, Mode)
    assert_type(session.date_expiry, datetime | None)
    assert_type(session.date_created, datetime)
    assert_type(session.links, dict[str, str])
    assert_type(session.response, Response | None)
    assert_type(session.to_json(), str)
    mode: Literal["message-only", "voice-only", "voice-and-message"] = session.mode
    service.sessions.create(mode=mode)


def settings(client: Client) -> None:
    quick = client.options(timeout=2, retries=1, headers={"X-Trace": "t1"})
    assert_type(quick, Client)
    assert_type(quick.proxy.v1.services.list(limit=1), list[Service])
    with client as entered:
        assert_type(entered, Client)


def bodies(client: Client) -> None:
    contents = client.content.v1.contents
    types = Types(twilio_text=TwilioText(body="Hello"))
    content = contents.create(language="en", types=types, variables={"1": "Ann"})
    assert_type(content, Content)
    body = {"language": "en", "types": {"twilio/text": {"body": "Hello"}}}
    assert_type(contents.create(content_create_request=body), Content)


async def verbs_async(client: Client) -> None:
    async with client as entered:
        assert_type(entered, Client)
        services = entered.proxy.v1.services
        service = await services.create_async(unique_name="async")
        assert_type(service, Service)
        sessions = service.sessions
        session = await sessions.create_async(unique_name="a", mode="voice-only")
        assert_type(session, Session)
        assert_type(await sessions("a").fetch_async(), Session)
        assert_type(await session.update_async(ttl=60), Session)
        assert_type(await session.participants.create_async(identifier="+1555"), Participant)
        assert_type(await sessions.list_async(limit=20), list[Session])
        page = await sessions.page_async(page_size=50)
        assert_type(page, Page[Session])
        assert_type(await page.next_page_async(), Page[Session] | None)
        assert_type(await page.previous_page_async(), Page[Session] | None)
        assert_type(await sessions.get_page_async(page.url), Page[Session])
        async for each in sessions.stream(limit=5, prefetch=1):
            assert_type(each, Session)
        async for each in sessions:
            assert_type(each, Session)
        assert_type(await session.delete_async(), bool)
