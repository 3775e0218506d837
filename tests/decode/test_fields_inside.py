"""Fields whose value is in an object of the record, such as the key of many APIs."""

import pickle
from typing import Any

import pytest

from restmap import (
    ArrayPage,
    BearerAuth,
    Client,
    DeclarationError,
    HandlerTransport,
    Model,
    Paging,
    Params,
    Resource,
    Response,
    collection,
    field,
)
from restmap.sandbox import Sandbox


class Metadata(Model):
    name: str | None = None
    labels: dict[str, str] | None = None


class Job(Resource, uri="/jobs/{name}", page=ArrayPage("items")):
    name: str = field(inside="metadata")
    metadata: Metadata
    owner: int | None = field(name="ownerId", inside="metadata.about")

    class Create(Params):
        metadata: dict[str, Any]

    class Update(Params, method="PUT"):
        metadata: dict[str, Any]

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...


class Desk(Client, host="api.desk.example", prefix="/v1"):
    jobs = collection(Job)


def desk_with(body: bytes) -> tuple[Desk, HandlerTransport]:
    transport = HandlerTransport(lambda request: Response(200, body=body))
    return Desk(transport=transport), transport


def test_a_record_of_a_list_has_the_key_that_is_in_an_object() -> None:
    client, transport = desk_with(
        b'{"items": [{"metadata": {"name": "backup", "about": {"ownerId": "7"}}}]}'
    )
    [job] = client.jobs.list()
    assert (job.name, job.owner, job.metadata.name) == ("backup", 7, "backup")
    assert job.delete()
    assert [(each.method, each.url) for each in transport.requests] == [
        ("GET", "https://api.desk.example/v1/jobs"),
        ("DELETE", "https://api.desk.example/v1/jobs/backup"),
    ]
    assert pickle.loads(pickle.dumps(job)).name == "backup"
    assert job in {job}


@pytest.mark.parametrize("body", [b"{}", b'{"metadata": null}', b'{"metadata": "name"}'])
def test_a_field_whose_object_is_not_there_is_absent(body: bytes) -> None:
    client, _ = desk_with(b'{"items": [%s]}' % body)
    [job] = client.jobs.list()
    assert job.owner is None
    with pytest.raises(AttributeError) as raised:
        _ = job.name
    assert str(raised.value) == (
        "the field 'name' of this Job is missing: the API's response did not have it."
    )


def test_a_key_of_the_record_itself_is_another_field() -> None:
    client, _ = desk_with(b'{"items": [{"name": "outer", "metadata": {"name": "inner"}}]}')
    [job] = client.jobs.list()
    assert job.name == "inner"
    assert job.to_dict()["name_"] == "outer"


def test_a_handle_has_its_key() -> None:
    client, _ = desk_with(b'{"metadata": {}}')
    assert client.jobs("backup").name == "backup"
    assert client.jobs("backup").fetch().name == "backup"


def test_the_sandbox_keeps_the_key_in_its_object() -> None:
    sandbox = Sandbox(Desk)
    client = Desk(auth=BearerAuth(sandbox.token), transport=sandbox)
    job = client.jobs.create(metadata={"name": "backup", "labels": {"hall": "2"}})
    assert client.jobs("backup").fetch().metadata == Metadata(name="backup", labels={"hall": "2"})
    assert job.update(metadata={"labels": {}}).name == "backup"
    assert [each.name for each in client.jobs] == ["backup"]
    unnamed = client.jobs.create(metadata={})
    assert client.jobs(unnamed.name).fetch().name == unnamed.name
    assert job.delete()
    assert [each.name for each in client.jobs] == [unnamed.name]


def test_what_cannot_be_inside_is_refused() -> None:
    with pytest.raises(DeclarationError) as raised:

        class Wrong(Resource, uri="/wrong/{name}"):  # pyright: ignore[reportUnusedClass]
            name: str = field(inside="metadata.")

    assert str(raised.value).splitlines()[:2] == [
        "the field 'name' cannot be inside of 'metadata.'.",
        '  Write the key of the object, or the keys with dots between them: "metadata".',
    ]
    with pytest.raises(DeclarationError) as raised:

        class Part(Model):  # pyright: ignore[reportUnusedClass]
            name: str = field(inside="metadata")

    assert str(raised.value).splitlines()[:2] == [
        "the member 'name' of a model cannot be inside of another: inside='metadata'.",
        "  Write a model for the object that it is in, as the type of a member.",
    ]
