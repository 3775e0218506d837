"""What programs of twilio-python write, by what it is for, and what it is with restmap.

The names in an expression: `client`, one with the credentials "AC…" and "token"; `Client`, which
makes others; `datetime`, `date` and `UTC`; `values`; `VoiceResponse` of twilio-python;
`Error`, the class of an API's errors, which has another name in each library; `caught`, which
calls a function and returns the error that it raises; `run`, which awaits.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen


@frozen
class Expression:
    """One expression of twilio-python.

    ours: with restmap, where it differs. note: in which way. status: of the response, and
    records: the key of the list in its body; None for one record.
    """

    theirs: str
    ours: str = ""
    note: str = ""
    status: int = 200
    records: str | None = None


def lists(theirs: str, ours: str = "", note: str = "", key: str = "messages") -> Expression:
    """An expression whose response is a page."""
    return Expression(theirs, ours, note, records=key)


def refused(theirs: str, ours: str = "", note: str = "") -> Expression:
    """An expression whose response is an error."""
    return Expression(theirs, ours, note, status=400)


SECTIONS: dict[str, Sequence[Expression]] = {
    "Clients": [
        Expression('Client("AC1", "token").messages("SM1").fetch()'),
        Expression('Client("SK1", "secret", "AC1").messages("SM1").fetch()'),
        Expression('Client(username="AC1", password="token").messages("SM1").fetch()'),
        Expression(
            'Client("SK1", "secret", account_sid="AC1").api.v2010.account.messages("SM1").fetch()'
        ),
        Expression('Client("AC1", "t", region="ie1", edge="dublin").messages("SM1").fetch()'),
        Expression('Client("AC1", "t", user_agent_extensions=["app/1"]).messages("SM1").fetch()'),
        Expression("client.account_sid"),
        Expression("client.username"),
        Expression("client.password"),
        Expression("client.auth"),
        Expression(
            "client.get_hostname('https://api.twilio.com/')",
            "client.api.origin",
            "the address of a domain",
        ),
        Expression(
            "client.request('GET', 'https://api.twilio.com/2010-04-01/Accounts.json').status_code",
            "client.request('GET', 'https://api.twilio.com/2010-04-01/Accounts.json').status",
            "a restmap `Response`: `status`, `headers`, `body`, `json()`",
        ),
        Expression(
            "client.api.v2010.domain.base_url", "client.api.origin", "the address of a domain"
        ),
    ],
    "Resources and short forms": [
        Expression('client.api.v2010.accounts("AC2").messages("SM1").fetch()'),
        Expression('client.api.accounts("AC2").fetch()'),
        Expression("client.api.account.fetch()"),
        Expression('client.api.messages("SM1").fetch()'),
        Expression('client.messages("SM1").media("ME1").fetch()'),
        Expression(
            'client.messages.get("SM1").fetch()',
            'client.messages("SM1").fetch()',
            "a handle is called for",
        ),
        Expression('client.video.rooms("RM1").fetch()'),
        Expression('client.video.v1.rooms("RM1").fetch()'),
        Expression('client.verify.services("VA1").fetch()'),
        Expression(
            'client.lookups.v2.phone_numbers("+15550100").fetch()',
            note="values in a path are percent-encoded: `%2B15550100`",
        ),
        Expression('client.chat.services("IS1").fetch()'),
        Expression('client.studio.flows("FW1").fetch()'),
        Expression('client.proxy.v1.services("KS1").sessions("KC1").fetch()'),
        Expression('client.conversations.v1.conversations("CH1").participants("MB1").fetch()'),
        Expression('client.sync.v1.services("IS1").documents("ET1").fetch()'),
        Expression("client.balance.fetch()"),
        Expression("str(client.messages)"),
    ],
    "Creating, updating and deleting": [
        Expression('client.messages.create(to="+1", from_="+2", body="Hello").sid', status=201),
        Expression(
            'client.messages.create("+1", from_="+2", body="x")',
            'client.messages.create(to="+1", from_="+2", body="x")',
            "parameters are given by name",
            status=201,
        ),
        Expression(
            'client.messages.create(to="+1", from_="+2", media_url="https://a.example/b.png")',
            status=201,
        ),
        Expression(
            'client.messages.create(to="+1", from_="+2", '
            'media_url=["https://a.example/b.png", "https://a.example/c.png"])',
            status=201,
        ),
        Expression(
            'client.messages.create(to="+1", from_="+2", body="x", send_at=datetime(2030, 1, 2))',
            status=201,
        ),
        Expression(
            'client.messages.create(to="+1", from_="+2", body="x", smart_encoded=True)', status=201
        ),
        Expression(
            'client.messages.create(to="+1", from_="+2", body="x", media_url=values.unset)',
            status=201,
        ),
        Expression(
            'client.messages.create(to="+1", from_="+2", body="x", max_price=None)', status=201
        ),
        Expression('client.calls.create(to="+1", from_="+2", twiml=VoiceResponse())', status=201),
        Expression(
            'client.calls.create(to="+1", from_="+2", url="https://a.example", '
            'status_callback_event=["initiated", "answered"])',
            status=201,
        ),
        Expression(
            "client.conversations.v1.conversations.create("
            'friendly_name="a", x_twilio_webhook_enabled="true")',
            status=201,
        ),
        Expression('client.messages("SM1").update(body="")'),
        Expression('client.calls("CA1").update(status="completed")'),
        Expression('client.messages("SM1").fetch().update(body="")'),
        Expression('client.messages("SM1").delete()', status=204),
        Expression('client.recordings("RE1").delete()', status=204),
    ],
    "Lists": [
        lists("len(client.messages.list())"),
        lists(
            "len(client.messages.list('+1'))",
            "len(client.messages.list(to='+1'))",
            "parameters are given by name; `list(20)` is not a limit in twilio-python either",
        ),
        lists("len(client.messages.list(limit=20))"),
        lists("len(client.messages.list(limit=20, page_size=5))"),
        lists("len(client.messages.list(to='+1', from_='+2'))"),
        lists("len(client.messages.list(date_sent_after=datetime(2024, 1, 2)))"),
        lists("len(client.messages.list(date_sent=date(2024, 1, 2)))"),
        lists("len(list(client.messages.stream(limit=1)))"),
        lists("[each.sid for each in client.messages.list(limit=1)]"),
        lists("len(list(client.messages.page(page_size=5)))"),
        lists("client.messages.page().next_page_url"),
        lists("client.messages.page().previous_page_url"),
        lists(
            "len(list(client.messages.get_page('https://api.twilio.com/2010-04-01/Accounts/AC0/"
            "Messages.json?PageSize=5&Page=1&PageToken=PASM1')))"
        ),
        lists("len(client.usage.records.daily.list(limit=2))", key="usage_records"),
        lists("len(client.usage.records.list(start_date='-30days', limit=2))", key="usage_records"),
        lists(
            "len(client.available_phone_numbers('US').local.list(area_code=510, limit=2))",
            key="available_phone_numbers",
        ),
        lists(
            "len(client.messages.list(limit=0))", note="no record and no request, in place of all"
        ),
        lists(
            "len(client.messages.list(page_size=5000))",
            note="`PageSize=1000`, the maximum of the API",
        ),
        lists("next(client.messages.page()).sid"),
    ],
    "Records": [
        Expression('client.messages("SM1").fetch().body'),
        Expression('client.messages("SM1").fetch().date_created'),
        Expression('client.messages("SM1").fetch().status'),
        Expression('client.messages("SM1").fetch().num_segments'),
        Expression('client.messages("SM1").fetch().price'),
        Expression('client.messages("SM1").fetch().media("ME1").fetch().sid'),
        Expression(
            'vars(client.messages("SM1").fetch())["sid"]',
            'client.messages("SM1").fetch().to_dict()["sid"]',
            "`to_dict()` and `to_json()`, where twilio-python has attributes alone",
        ),
        Expression(
            'client.messages("SM1")._solution["sid"]',
            'client.messages("SM1").sid',
            "a handle has its keys as attributes, and is of the same class as a record",
        ),
    ],
    "Errors": [
        refused('caught(Error, client.messages("SM1").fetch).status'),
        refused('caught(Error, client.messages("SM1").fetch).code'),
        refused('caught(Error, client.messages("SM1").fetch).uri', note="the whole URL"),
        refused('caught(Error, client.messages("SM1").fetch).method'),
        refused(
            'caught(Error, client.messages("SM1").fetch).msg',
            note="the message of the API alone, without `Unable to fetch record`",
        ),
        refused('caught(Error, client.messages("SM1").fetch).details'),
    ],
    "Awaited": [
        Expression('run(client.messages("SM1").fetch_async()).sid'),
        lists("len(run(client.messages.list_async(limit=2)))"),
        Expression('run(client.messages.create_async(to="+1", from_="+2", body="x"))', status=201),
        Expression('run(client.messages("SM1").delete_async())', status=204),
        Expression('run(client.messages("SM1").update_async(body=""))'),
    ],
    "With the response": [
        Expression(
            'client.messages("SM1").fetch_with_http_info().status_code',
            'client.messages("SM1").fetch().response.status',
            "the response is at the record",
        ),
        Expression(
            'client.messages.create_with_http_info(to="+1", from_="+2", body="x").status_code',
            'client.messages.create(to="+1", from_="+2", body="x").response.status',
            "the response is at the record",
            status=201,
        ),
    ],
}
"""By heading of the page."""
