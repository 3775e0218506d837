"""Mistakes in mounts, domains and versions; of what is deferred, found when it is used."""

from __future__ import annotations

import re

import pytest

from restmap import (
    DeclarationError,
    Domain,
    Params,
    Resource,
    Version,
    collection,
    deferred,
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
    "Page cannot be mounted under Chapter, which gives 1 path values: '/Pages/{sid}' needs 0 "
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
    "Name its path in the head of the class: `uri='/Queues/{sid}'`.",
)
def shared_base_mounted():
    class Shared(Resource):  # HERE
        sid: str

    class Chapter(Resource, uri="/Chapters/{sid}"):
        sid: str
        pages = collection(Shared)


@mistakes.raises(
    "Chapter.pages", f"{int!r} is no resource.", "Mount a class that derives from Resource."
)
def mount_of_a_class_of_another_kind():
    class Chapter(Resource, uri="/Chapters/{sid}"):
        sid: str
        pages = collection(int)  # HERE


@mistakes.raises(
    "Desk.pages", f"{int!r} is no resource.", "Mount a class that derives from Resource."
)
def mount_of_another_kind_under_a_domain():
    class Desk(Domain, host="desk.example"):
        pages = collection(int)  # HERE


@mistakes.raises(
    "Desk", "the host 'https://desk.example' is none.", "Write a name alone: 'api.example.com'."
)
def host_with_a_scheme():
    class Desk(Domain, host="https://desk.example"): ...  # HERE


@mistakes.raises("Desk", "the host '' is none.", "Write a name alone: 'api.example.com'.")
def empty_host():
    class Desk(Domain, host=""): ...  # HERE


@mistakes.raises("V2", "the prefix 'v2' is none.", "Write it as '/v1'.")
def prefix_without_slash():
    class V2(Version, prefix="v2"): ...  # HERE


@mistakes.raises("V2", "the prefix '/v2/' is none.", "Write it as '/v1'.")
def prefix_with_a_slash_at_its_end():
    class V2(Version, prefix="/v2/"): ...  # HERE


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
    message = f"{path!r} names no class.\n  Write 'package.module:Class'."
    with pytest.raises(DeclarationError, match=f"^{re.escape(message)}$"):
        deferred(path)


def test_mounts_of_the_class_itself_are_the_mounts():
    class Library(Resource, uri="/Shelves/{sid}"):
        sid: str
        books = collection(Book)

    assert Library.books.resource is Book
    assert Library.books.name == "books"
