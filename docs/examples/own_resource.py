"""A resource of your own, in a file of your own, under Twilio's client.

Suppose your team keeps tickets about sessions on a server that follows Twilio's conventions. Here
it is a sandbox on this machine:

    python docs/examples/own_resource.py
"""

from __future__ import annotations

from datetime import datetime, timedelta

from resources.twilio import Client
from resources.twilio.base import TwilioResource
from resources.twilio.pages import MetaPage
from resources.twilio.proxy.v1 import V1
from restmap import UNSET, Paging, ParameterError, Params, collection, field, param
from restmap.sandbox import Sandbox


def in_minutes(value: timedelta) -> int:
    """A serializer of your own: a duration as whole minutes, rounded up."""
    return -(-value // timedelta(minutes=1))


class Ticket(TwilioResource, uri="/Tickets/{sid}", page=MetaPage):
    """A question about a session."""

    sid: str = field(prefix="TK")
    subject: str
    estimate: int | None
    date_created: datetime

    class Create(Params):
        subject: str
        estimate: timedelta = param(in_minutes, default=UNSET)

    class List(Paging):
        subject: str = UNSET

    class Fetch(Params): ...
    class Delete(Params): ...


def main() -> None:
    sandbox = Sandbox("resources.twilio.proxy")
    sandbox.mount("tickets", Ticket, under=V1)  # the server needs it as well
    with sandbox, Client(sandbox.account, sandbox.token, base_url=sandbox.url) as client:
        tickets = collection(Ticket).under(client.proxy.v1)  # mounts it in the client
        print(tickets)

        ticket = tickets.create(subject="Who called?", estimate=timedelta(hours=1, seconds=1))
        print(f"created   {ticket.subject} {ticket.estimate} minutes")
        tickets.create(subject="Which number?")

        for each in tickets.stream(limit=10):
            print(f"streamed  {each.subject}")
        for each in tickets.list(subject="Which number?"):
            print(f"filtered  {each.subject}")

        print(f"fetched   {tickets(ticket.sid).fetch().subject}")
        print(f"deleted   {ticket.delete()}, {len(tickets.list())} left")
        try:
            tickets.create(subject="How long?", estimate="an hour")  # type: ignore
        except ParameterError as error:
            print(f"refused   {str(error).splitlines()[0]}")


if __name__ == "__main__":
    main()
