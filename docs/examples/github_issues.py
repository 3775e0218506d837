"""GitHub issues: another vendor's API, declared in one file with nothing but restmap.

It differs from Twilio's: a bearer token, JSON bodies, names in snake case, pages linked by a `Link`
header, two keys for a repository, PATCH for updates.

    GITHUB_TOKEN=… python docs/examples/github_issues.py octocat hello-world

opens an issue in that repository, labels it, comments on it, locks it and closes it.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from typing import Literal, Unpack

from restmap import (
    UNSET,
    BearerAuth,
    Client,
    ClientSettings,
    Domain,
    LinkHeaderPage,
    Model,
    Paging,
    Params,
    Resource,
    Version,
    action,
    collection,
    comma_separated,
    domain,
    field,
    param,
    version,
)

State = Literal["open", "closed"]
StateReason = Literal["completed", "not_planned", "duplicate", "reopened"]
LockReason = Literal["off-topic", "too heated", "resolved", "spam"]


class User(Model):
    login: str
    id: int


class LabelOfIssue(Model):
    name: str
    color: str


class GitHubResource(Resource, page=LinkHeaderPage(page_size="per_page", max_page_size=100)):
    """Pages are linked by a `Link` header."""


class InRepository(GitHubResource):
    """A resource of a repository; the keys of the repository are in its path, not in responses."""

    owner: str
    repo: str


class Label(InRepository, uri="/repos/{owner}/{repo}/labels/{name}"):
    """A label that the issues of a repository can have."""

    id: int
    name: str
    color: str
    description: str | None

    class Create(Params):
        name: str
        color: str = UNSET
        description: str = UNSET

    class Update(Params, method="PATCH"):
        new_name: str = UNSET
        color: str = UNSET
        description: str = UNSET

    class List(Paging): ...
    class Fetch(Params): ...
    class Delete(Params): ...


class CommentFields(InRepository):
    """A comment is listed and created under its issue, and addressed under its repository."""

    id: int
    body: str
    user: User | None
    created_at: datetime
    updated_at: datetime


class IssueComment(CommentFields, uri="/repos/{owner}/{repo}/issues/{number}/comments/{id}"):
    """A comment, under its issue."""

    number: int

    class Create(Params):
        body: str

    class List(Paging):
        since: datetime = UNSET


class Comment(CommentFields, uri="/repos/{owner}/{repo}/issues/comments/{id}"):
    """A comment, under its repository."""

    class Update(Params, method="PATCH"):
        body: str

    class Fetch(Params): ...
    class Delete(Params): ...


class Issue(InRepository, uri="/repos/{owner}/{repo}/issues/{number}"):
    """A bug, a wish or a question."""

    id: int
    number: int
    title: str
    body: str | None
    state: State
    state_reason: StateReason | None
    user: User | None
    labels: list[LabelOfIssue]
    comment_count: int = field(name="comments")  # `comments` is the collection below
    locked: bool
    created_at: datetime
    closed_at: datetime | None

    class Create(Params):
        title: str
        body: str = UNSET
        labels: list[str] = UNSET
        assignees: list[str] = UNSET

    class Update(Params, method="PATCH"):
        title: str = UNSET
        body: str | None = UNSET
        state: State = UNSET
        state_reason: StateReason | None = UNSET
        labels: list[str] = UNSET
        assignees: list[str] = UNSET

    class List(Paging):
        state: Literal["open", "closed", "all"] = UNSET
        labels: list[str] = param(comma_separated(), default=UNSET)
        creator: str = UNSET
        sort: Literal["created", "updated", "comments"] = UNSET
        direction: Literal["asc", "desc"] = UNSET
        since: datetime = UNSET

    class Fetch(Params): ...

    class Lock(Params, method="PUT", uri="/lock"):
        lock_reason: LockReason = UNSET

    class Unlock(Params, method="DELETE", uri="/lock"): ...

    class AddLabels(Params, uri="/labels"):
        labels: list[str]

    lock = action(Lock, returns=None)
    unlock = action(Unlock, returns=None)
    add_labels = action(AddLabels, returns=list[LabelOfIssue])

    comments = collection(IssueComment)


class Repository(GitHubResource, uri="/repos/{owner}/{repo}"):
    """A repository, which has two keys."""

    owner: User
    full_name: str
    default_branch: str
    private: bool

    class Key(Resource.Key):
        owner: str
        repo: str

    class Fetch(Params): ...

    issues = collection(Issue)
    comments = collection(Comment)
    labels = collection(Label)


class V3(Version):
    """https://docs.github.com/rest; the version is sent in a header."""

    repos = collection(Repository)


class Api(Domain, host="api.github.com"):
    v3 = version(V3)


class GitHub(Client, title="GitHub", request_id_header="X-GitHub-Request-Id"):
    """A client with a token; the other arguments are those of restmap.Client."""

    api = domain(Api)

    def __init__(self, token: str, **settings: Unpack[ClientSettings]) -> None:
        settings.setdefault("headers", {"X-GitHub-Api-Version": "2022-11-28"})
        super().__init__(auth=BearerAuth(token), **settings)


def main(github: GitHub, owner: str, repo: str) -> None:
    repository = github.api.v3.repos(owner=owner, repo=repo)
    print(f"{repository.fetch().full_name}: the latest bugs")
    for issue in repository.issues.stream(labels=["bug"], sort="created", limit=4, page_size=2):
        labels = ", ".join(label.name for label in issue.labels)
        print(f"  #{issue.number} {issue.title} [{labels}] {issue.state}")
    report_bug(repository)


def report_bug(repository: Repository) -> None:
    issue = repository.issues.create(title="Found a bug", body="It does not work.")
    print(f"opened #{issue.number} by {issue.user.login if issue.user else 'nobody'}")

    labels = issue.add_labels(labels=["bug", "good first issue"])
    print(f"labelled {', '.join(label.name for label in labels)}")

    comment = issue.comments.create(body="It does now.")
    repository.comments(comment.id).update(body="It does now: see the release notes.")
    print(f"commented {len(issue.comments.list())} time(s)")

    locked = issue.lock(lock_reason="resolved")
    closed = issue.update(state="closed", state_reason="completed")
    print(f"locked {locked}, {closed.state} as {closed.state_reason}")


if __name__ == "__main__":
    main(GitHub(os.environ["GITHUB_TOKEN"]), *sys.argv[1:3])
