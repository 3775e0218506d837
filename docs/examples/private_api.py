"""A private API in one file: an issue tracker with envelopes, cursors, nested objects and ETags.

TRACKER_TOKEN=… python docs/examples/private_api.py    # without a token, in a sandbox
"""

from __future__ import annotations

import os
from datetime import date
from typing import Literal, Unpack

from restmap import (
    UNSET,
    BearerAuth,
    Client,
    ClientSettings,
    Collection,
    Model,
    NotModified,
    Paging,
    Params,
    RateLimit,
    Resource,
    TokenPage,
    action,
    camel_case,
    collection,
    evolve,
    field,
    map as map_calls,
    param,
)
from restmap.sandbox import Sandbox


class Label(Model):
    name: str


class Estimate(Model):
    hours: float
    due_on: date | None = None


class TrackerResource(
    Resource,
    page=TokenPage("data", token="nextCursor", parameter="cursor", page_size="limit"),
    item="data",
    parameter_names=camel_case,
    field_names=camel_case,
):
    """Names in camel case, records below `data`, lists with a cursor."""


class Comment(TrackerResource, uri="/issues/{issue_key}/comments/{id}"):
    id: int
    issue_key: str
    text: str

    class Create(Params):
        text: str

    class List(Paging): ...


class Issue(TrackerResource, uri="/issues/{key}"):
    key: str = field(prefix="TR-")
    title: str
    state: Literal["open", "closed"]
    labels: list[Label]
    estimate: Estimate | None

    class Create(Params):
        title: str
        labels: list[Label] = UNSET
        estimate: Estimate = UNSET

    class List(Paging):
        state: Literal["open", "closed"] = UNSET

    class Fetch(Params):
        if_none_match: str = param(location="header", default=UNSET)

    class Update(Params, method="PATCH"):
        title: str = UNSET
        labels: list[Label] = UNSET
        estimate: Estimate | None = UNSET

    class Delete(Params): ...

    class Close(Params, uri="/close"):
        reason: str = UNSET

    close = action(Close)
    comments = collection(Comment)


class Issues(Collection[Issue]):
    class Relabel(Params, method="PUT", uri="/labels"):
        keys: list[str]
        labels: list[Label]

    relabel = action(Relabel, returns=None)
    relabel_async = relabel.awaited()


class Tracker(Client, host="tracker.example", prefix="/v1", idempotency_header="Idempotency-Key"):
    issues = collection(Issue, Issues)

    def __init__(self, token: str, **settings: Unpack[ClientSettings]) -> None:
        settings.setdefault("pace", RateLimit(50))
        super().__init__(auth=BearerAuth(token), **settings)


def main(tracker: Tracker) -> None:
    titles = ["Fire", "Water", "Smoke"]
    issues = map_calls(lambda title: tracker.issues.create(title=title), titles, at_a_time=2)
    fire = issues[0].update(estimate=Estimate(hours=1.5), labels=[Label(name="urgent")])
    print(f"{fire.title} {fire.estimate} {[label.name for label in fire.labels]}")
    later = evolve(fire.estimate or Estimate(hours=1), due_on=date(2026, 12, 24))
    print(f"due {fire.update(estimate=later).estimate}")
    fire.comments.create(text="It is out.")
    print(f"{len(fire.comments.list())} comment(s), {fire.close(reason='done').state}")
    tracker.issues.relabel(keys=[issue.key for issue in issues], labels=[Label(name="old")])
    print("open:", ", ".join(issue.title for issue in tracker.issues.stream(state="open")))

    etag = tracker.request("GET", f"/issues/{fire.key}").headers.get("ETag", "none")
    try:
        print("changed:", tracker.issues(fire.key).fetch(if_none_match=etag).title)
    except NotModified:
        print("unchanged")
    print("deleted", [issue.delete() for issue in issues])


def make_sandbox() -> Sandbox:
    """A server on this machine; what actions do is not in a declaration."""
    sandbox = Sandbox(Tracker)
    sandbox.override(Issue, "close")(lambda call: {**call.record, "state": "closed"})
    sandbox.override(Issues, "relabel")(lambda call: None)
    return sandbox


if __name__ == "__main__":
    if token := os.environ.get("TRACKER_TOKEN"):
        main(Tracker(token))
    else:
        sandbox = make_sandbox()
        main(Tracker(sandbox.token, transport=sandbox))
