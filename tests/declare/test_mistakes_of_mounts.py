"""Mistakes in mounts, domains and versions; of what is deferred, found when it is used."""

from __future__ import annotations

import re

import pytest

from restmap import (
    Client,
    DeclarationError,
    Domain,
    Params,
    Resource,
    Version,
    collection,
    deferred,
    domain,
    version,
)
from tests.support import Served

from .mistakes import Mistakes, check_mistake

mistakes = Mistakes()


class Shelf(Resource, uri="/Shelves/{sid}"):
    sid: str


class Book(Resource, uri="/Shelves/{shelf_sid}/Books/{sid}"):
    sid: str
    shelf_sid: str

    class Fetch(Params): ...


MISPLACED_REMEDY = "Mount it under the resource whose path it continues."


@mistakes.raises(
    "Page.uri",
    "Page cannot be mounted under V2, which gives 0 path values: '/Books/{book_sid}/Pages/{sid}' "
    "needs 1 before its key: book_sid.",
    MISPLACED_REMEDY,
)
def resource_below_another_mounted_under_a_version():
    class Page(Resource, uri="/Books/{book_sid}/Pages/{sid}"):  # HERE
        sid: str
        book_sid: str

    class V2(Version, prefix="/v2"):
        pages = collection(Page)


@mistakes.raises(
    "Page.uri",
    "Page cannot be mounted under Chapter, which gives 1 path value: '/Pages/{sid}' needs 0 "
    "before its key.",
    MISPLACED_REMEDY,
)
def resource_of_a_version_mounted_under_a_resource():
    class Page(Resource, uri="/Pages/{sid}"):  # HERE
        sid: str

    class Chapter(Resource, uri="/Chapters/{sid}"):
        sid: str
        pages = collection(Page)


@mistakes.raises(
    "Shared",
    "Shared has no path: it is a shared base.",
    "Give its path as a class keyword: uri='/Queues/{sid}'.",
)
def shared_base_mounted():
    class Shared(Resource):  # HERE
        sid: str

    class Chapter(Resource, uri="/Chapters/{sid}"):
        sid: str
        pages = collection(Shared)


@mistakes.raises(
    "Chapter.pages",
    f"{int!r} is not a resource class.",
    "Mount a class that derives from Resource.",
)
def mount_of_a_class_of_another_kind():
    class Chapter(Resource, uri="/Chapters/{sid}"):
        sid: str
        pages = collection(int)  # HERE


@mistakes.raises(
    "Desk.pages", f"{int!r} is not a resource class.", "Mount a class that derives from Resource."
)
def mount_of_another_kind_under_a_domain():
    class Desk(Domain, host="desk.example"):
        pages = collection(int)  # HERE


@mistakes.raises(
    "Desk",
    "'https://desk.example' is not a host name.",
    "Write the name alone: host='api.example.com'.",
)
def host_with_a_scheme():
    class Desk(Domain, host="https://desk.example"): ...  # HERE


@mistakes.raises("Desk", "'' is not a host name.", "Write the name alone: host='api.example.com'.")
def empty_host():
    class Desk(Domain, host=""): ...  # HERE


@pytest.mark.parametrize(
    "host", ["a.example?", "a.example#", "me@a.example", "a.example\\", "a b", "a.example\n", "a/b"]
)
def test_a_host_that_would_be_more_than_a_host_is_refused(host: str):
    with pytest.raises(DeclarationError) as caught:

        class Desk(Domain, host=host): ...

    assert str(caught.value).startswith(f"{host!r} is not a host name.\n")


@pytest.mark.parametrize("prefix", ["/v1?a", "/v1#a", "/v 1", "/v1\n"])
def test_a_prefix_that_would_be_more_than_a_path_is_refused(prefix: str):
    with pytest.raises(DeclarationError) as caught:

        class V1(Version, prefix=prefix): ...

    assert str(caught.value).startswith(f"{prefix!r} is not a path prefix.\n")


@mistakes.raises(
    "V2", "'v2' is not a path prefix.", "Begin it with a slash and end it without: prefix='/v1'."
)
def prefix_without_slash():
    class V2(Version, prefix="v2"): ...  # HERE


@mistakes.raises(
    "V2", "'/v2/' is not a path prefix.", "Begin it with a slash and end it without: prefix='/v1'."
)
def prefix_with_a_slash_at_its_end():
    class V2(Version, prefix="/v2/"): ...  # HERE


SITE_REMEDY = "Use domain() in a client, version() in a domain, collection() in a version."


def misplaced(name: str, level: str) -> str:
    return f"{name!r} cannot be mounted in a {level}."


class Main(Version, prefix="/v1"): ...


class Office(Domain, host="office.example"): ...


@mistakes.raises(
    "Lib.v1",
    "'v1' cannot be mounted in a client that has no host.",
    "Write class Lib(Client, host='api.example.com'), or mount it in a domain.",
)
def version_in_a_client():
    class Lib(Client):
        v1 = version(Main)  # HERE


@mistakes.raises("Lib.main", misplaced("main", "client"), SITE_REMEDY)
def version_mounted_as_a_domain():
    class Lib(Client):
        main = domain(Main)  # HERE


@mistakes.raises("Desk.office", misplaced("office", "domain"), SITE_REMEDY)
def domain_mounted_as_a_version():
    class Desk(Domain, host="desk.example"):
        office = version(Office)  # HERE


@mistakes.raises("Lib.office", misplaced("office", "client"), SITE_REMEDY)
def domain_that_is_not_mounted():
    class Lib(Client):
        office = Office  # HERE


@mistakes.raises(
    "Lib.shelves",
    "'shelves' cannot be mounted in a client that has no host.",
    "Write class Lib(Client, host='api.example.com'), or mount it in a version.",
)
def resource_in_a_client():
    class Lib(Client):
        shelves = collection(Shelf)  # HERE


@mistakes.raises("Lib.main", misplaced("main", "client"), SITE_REMEDY)
def version_in_a_client_of_one_host_that_is_not_mounted():
    class Lib(Client, host="lib.example"):
        main = Main  # HERE


@mistakes.raises(
    "Lib",
    "'lib.example/v1' is not a host name.",
    "Write the name alone: host='api.example.com'.",
)
def host_of_a_client_with_a_path():
    class Lib(Client, host="lib.example/v1"): ...  # HERE


@mistakes.raises(
    "Lib", "'v1' is not a path prefix.", "Begin it with a slash and end it without: prefix='/v1'."
)
def prefix_of_a_client_without_a_slash():
    class Lib(Client, host="lib.example", prefix="v1"): ...  # HERE


@mistakes.raises(
    "Lib",
    "the prefix '/v1' has no effect, because the client has no host.",
    "Add host='api.example.com', or give the prefix to a Version.",
)
def prefix_of_a_client_without_a_host():
    class Lib(Client, prefix="/v1"): ...  # HERE


@mistakes.raises(
    "Lib",
    "a client has no class keyword 'body'.",
    "It is a rule of resources, which they have before they are mounted. Give it to a class that "
    "they share: class DeskResource(Resource, body=…).",
)
def rule_of_resources_given_to_a_client():
    class Lib(Client, host="lib.example", body="json"): ...  # type: ignore[arg-type]  # HERE


@mistakes.raises(
    "Lib",
    "a client has no class keyword 'hots'.",
    "Class keywords: host, idempotency_header, masked_parameters, prefix, request_id_header, "
    "security, title. Did you mean 'host'?",
)
def misspelt_class_keyword_of_a_client():
    class Lib(Client, hots="lib.example"): ...  # type: ignore[arg-type]  # HERE


@mistakes.raises("Desk.v1", misplaced("v1", "domain"), SITE_REMEDY)
def version_that_is_not_mounted():
    class Desk(Domain, host="desk.example"):
        v1 = Main  # HERE


@mistakes.raises("V2.shelves", misplaced("shelves", "version"), SITE_REMEDY)
def resource_that_is_not_mounted():
    class V2(Version, prefix="/v2"):
        shelves = Shelf  # HERE


@mistakes.raises("V2.main", misplaced("main", "version"), SITE_REMEDY)
def version_in_a_version():
    class V2(Version, prefix="/v2"):
        main = version(Main)  # HERE


TAKEN = [
    *("auth", "base_url", "clock", "close", "now", "observers"),
    *("drift", "host", "options", "origin", "prefix", "retries", "timeout"),
]


def client_with(name: str) -> type[Client]:
    return type(Client)("Lib", (Client,), {name: domain(Office)})


@pytest.mark.parametrize("name", TAKEN)
def test_a_domain_does_not_hide_what_a_client_has(name):
    with pytest.raises(DeclarationError) as caught:
        client_with(name)
    assert str(caught.value).splitlines()[:2] == [
        f"a mount named {name!r} would hide the attribute of every client.",
        f"  Name it {name}_.",
    ]


def test_a_resource_does_not_hide_what_a_client_has():
    with pytest.raises(DeclarationError, match=r"^a mount named 'host' would hide the attribute"):

        class Lib(Client, host="lib.example"):
            host = collection(Shelf)  # type: ignore[assignment]


@pytest.mark.parametrize("name", ["headers", "timeout_", "root"])
def test_a_name_that_no_client_has_is_free(name):
    assert repr(getattr(client_with(name)(), name)) == "<Api.Office>"


def test_sites_that_fit_and_those_of_the_body_itself():
    class Lib(Client):
        class Desk(Domain, host="desk.example"):
            class V1(Version, prefix="/v1"): ...

            v1 = version(V1)

        desk = domain(Desk)

    assert repr(Lib().desk.v1) == "<Api.Desk.V1>"


def test_a_deferred_site_of_another_kind_is_found_when_used():
    class Lib(Client):
        office = domain(deferred(f"{__name__}:Main"))

    with pytest.raises(DeclarationError) as caught:
        Lib().office  # noqa: B018
    assert str(caught.value) == (
        f"{Main!r} is not a subclass of Domain.\n"
        "  Mount a class that derives from Domain.\n"
        "  in office"
    )


@pytest.mark.parametrize(("declare", "owner", "found", "remedy"), mistakes.cases)
def test_a_mistake_is_found_when_the_class_is_written(declare, owner, found, remedy):
    check_mistake(declare, owner, found, remedy)


def test_mounts_that_fit():
    class Chapter(Resource, uri="/Shelves/{sid}/Chapters/{chapter_sid}"):
        sid: str
        chapter_sid: str

    class Library(Resource, uri="/Shelves/{sid}"):
        sid: str
        books = collection(Book)
        chapters = collection(Chapter)

    class Bare(Version):
        libraries = collection(Library)

    assert Bare.prefix == ""


def test_a_deferred_resource_that_does_not_fit_is_found_when_used():
    class V2(Version, prefix="/v2"):
        books = collection(deferred(f"{__name__}:Book"))

    served = Served()
    v2 = V2(served.client.desk)
    with pytest.raises(DeclarationError) as caught:
        v2.books  # noqa: B018
    assert str(caught.value).splitlines()[:2] == [
        "Book cannot be mounted under V2, which gives 0 path values: "
        "'/Shelves/{shelf_sid}/Books/{sid}' needs 1 before its key: shelf_sid.",
        f"  {MISPLACED_REMEDY}",
    ]


def test_a_mount_of_ones_own_that_does_not_fit_is_found_when_used():
    served = Served()
    with pytest.raises(DeclarationError, match=r"^Book cannot be mounted under V1, which gives 0"):
        served.mount(Book)


def test_a_deferred_class_is_imported_when_used_and_once():
    class Library(Resource, uri="/Shelves/{sid}"):
        sid: str
        books = collection(deferred(f"{__name__}:Book"))
        lost = collection(deferred("no_such_module:Book"))

    library = Served().mount(Library)("SH1")
    assert repr(library.books("BK1")) == "<Book shelf_sid='SH1' sid='BK1' (not fetched)>"
    assert Library.books.resource is Book
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        library.lost  # noqa: B018


@pytest.mark.parametrize("path", ["module", "module:", "module:not a name", ""])
def test_a_deferred_path_names_a_class(path):
    message = f"{path!r} does not name a class.\n  Write 'package.module:Class'."
    with pytest.raises(DeclarationError, match=f"^{re.escape(message)}$"):
        deferred(path)


def test_mounts_of_the_class_itself_are_the_mounts():
    class Library(Resource, uri="/Shelves/{sid}"):
        sid: str
        books = collection(Book)

    assert Library.books.resource is Book
    assert Library.books.name == "books"
