"""Mistakes in a nested class and its parameters: found as the class is written."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest

from resources.twilio.pages import MetaPage
from restmap import UNSET, DeclarationError, Paging, Params, Resource, action, param
from tests.support import Served, json_response

from .mistakes import Mistakes, check_mistake

mistakes = Mistakes()

CLASS_KEYWORDS = (
    "Class keywords: accept, body, body_item, content_type, item, items, method, page, paging, "
    "path, redirects, uri."
)


@mistakes.raises(
    "Queue.Create.parent",
    "the annotation 'Queue' cannot be read: 'Queue' is not defined.",
    "The class does not exist before its whole body has run: write `Any`.",
)
def parameter_of_the_class_itself():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):
            parent: Queue  # HERE


# -- class keywords of a nested class -------------------------------------------------------


@mistakes.raises(
    "Queue.Update",
    "'metod' is not a class keyword of an operation.",
    f"{CLASS_KEYWORDS} Did you mean 'method'?",
)
def misspelt_option_of_a_verb():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Update(Params, metod="PUT"): ...  # HERE


@mistakes.raises(
    "Queue.Update", "'put' is not an HTTP method.", "Write it in capitals, such as 'PUT'."
)
def method_in_lower_case():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Update(Params, method="put"): ...  # HERE


@mistakes.raises(
    "Queue.Update",
    "'xml' is not an encoding of request bodies.",
    "Write body='form', body='json' or body='multipart'.",
)
def unknown_body_encoding_of_a_verb():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Update(Params, body="xml"):  # HERE
            size: int = UNSET


@mistakes.raises(
    "Queue.List.page",
    "'meta' is not a page type.",
    "Give a subclass of PageType, or an instance of one.",
)
def unknown_page_type_of_a_list():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class List(Paging, page="meta"): ...  # HERE


@mistakes.raises(
    "Queue.Update",
    "the path '/{part}' of an operation has a placeholder of its own.",
    "Make it a parameter, or declare a resource of its own: uri='/Queues/{sid}/{part}'.",
)
def placeholder_in_the_path_of_a_verb():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Update(Params, uri="/{part}"): ...  # HERE


@mistakes.raises(
    "Queue.Update",
    "the template '/Queues/{sid}?now' has a query or a fragment, which a path cannot have.",
    "Write a path with names in braces, such as '/Queues/{sid}.json'.",
)
def query_in_the_path_of_a_verb():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Update(Params, uri="?now"): ...  # HERE


# -- parameters -----------------------------------------------------------------------------


@mistakes.raises(
    "Queue.Create.size",
    "the serializer of parameter 'size' is not callable: 'iso8601'.",
    "Give a function from the Python value to its wire value, such as `iso8601`.",
)
def serializer_that_is_not_a_function():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):
            size: int = param("iso8601")  # HERE


@mistakes.raises(
    "Queue.Create.size",
    f"no serializer is known for the type of parameter 'size': {complex!r}.",
    "Give one: `param(a_function)`, from the Python value to its wire value.",
)
def parameter_of_a_type_that_nothing_serializes():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):
            size: complex  # HERE


@mistakes.raises(
    "Queue.Create.sizes",
    f"no serializer is known for the type of parameter 'sizes': {list[complex]!r}.",
    "Give one: `param(a_function)`, from the Python value to its wire value.",
)
def parameter_of_items_that_nothing_serializes():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):
            sizes: list[complex]  # HERE


@mistakes.raises(
    "Queue.Create.size",
    f"no serializer is known for the type of parameter 'size': {int | complex!r}.",
    "Give one: `param(a_function)`, from the Python value to its wire value.",
)
def parameter_of_a_union_half_of_which_nothing_serializes():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):
            size: int | complex  # HERE


@mistakes.raises(
    "Queue.Create.size",
    "the parameter 'size' has the location 'boddy', which does not exist.",
    "Locations: body, form, header, json, multipart, query. Did you mean 'body'?",
)
def unknown_location():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):
            size: int = param(location="boddy")  # HERE


@mistakes.raises(
    "Queue.Create.size",
    "the parameter 'size' has no annotation.",
    "Write its type: `size: str = …`.",
)
def parameter_without_annotation():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):
            size = param(str)  # HERE


@mistakes.raises(
    "Queue.Create.size",
    "the parameter 'size' has no annotation.",
    "Write its type: `size: str = …`.",
)
def unset_parameter_without_annotation():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):
            size = UNSET  # HERE


@mistakes.raises(
    "Queue.Create.size",
    "the annotation 'Qqq' cannot be read: 'Qqq' is not defined.",
    "Import or define it above the class, outside `if TYPE_CHECKING`.",
)
def parameter_with_an_unknown_annotation():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):
            size: Qqq  # noqa: F821  # HERE


# -- parameters together --------------------------------------------------------------------


@mistakes.raises(
    "Queue.Create.title",
    "the parameters 'friendly_name' and 'title' have the same wire name 'friendly_name'.",
    "Give one of them a wire name of its own: `param(name=…)`.",
)
def two_parameters_with_one_wire_name():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):
            friendly_name: str
            title: str = param(name="friendly_name")  # HERE


@mistakes.raises(
    "Queue.Create.from_",
    "the parameters 'from__' and 'from_' have the same wire name 'from'.",
    "Give one of them a wire name of its own: `param(name=…)`.",
)
def two_python_names_that_the_rule_makes_one():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):
            from__: str
            from_: str  # HERE


@mistakes.raises(
    "Queue.Create",
    "the parameters of one request body have the locations form, json.",
    "Write location='form' for all of them, or 'json' for all, or 'body' for a single one.",
)
def form_and_json_in_one_body():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):  # HERE
            size: int
            extra: dict[str, Any] = param(location="form")


@mistakes.raises(
    "Queue.Create.extra",
    "the parameter 'extra' is the whole request body, and others are its parts.",
    "Write `param(location='body', default=UNSET)`: it may then be given in their place.",
)
def json_members_and_a_whole_body():
    class Queue(Resource, uri="/Queues/{sid}", body="json"):
        sid: str

        class Create(Params):
            size: int
            extra: dict[str, Any] = param(location="body")  # HERE


# -- declarations that would silently not work, or fail in a call --------------------------


@mistakes.raises(
    "Queue.Create.size",
    "the parameter 'size' has no annotation.",
    "Write its type: `size: str = …`.",
)
def a_default_without_a_type():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):
            size = 5  # HERE


@mistakes.raises(
    "Queue.Create.size",
    "the default of parameter 'size' cannot be 'five': expected a whole number.",
    "Give a whole number, or UNSET.",
)
def a_default_that_cannot_be_sent():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):
            size: int = "five"  # HERE


@pytest.mark.parametrize("name", ["", 5, "Si\nze"])
def test_a_wire_name_is_text_of_one_line(name: Any):
    with pytest.raises(DeclarationError) as caught:

        class Create(Params):
            size: int = param(name=name)

    assert str(caught.value).startswith(
        f"the wire name {name!r} of parameter 'size' is not printable text."
    )


@pytest.mark.parametrize("kind", [tuple[int, str], dict[str, complex], set[str], list[bytearray]])
def test_a_type_that_no_serializer_has_is_refused(kind: Any):
    with pytest.raises(DeclarationError, match="no serializer is known for the type of parameter"):

        class Create(Params):
            size: kind


@mistakes.raises(
    "Queue.Update",
    "the path 'close' of an operation would be joined to the key before it.",
    "Write '/close'.",
)
def a_path_that_goes_on_with_the_key():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Update(Params, uri="close"): ...  # HERE


@mistakes.raises(
    "Queue.Fetch",
    "a parameter has the location 'json', but a GET request has no body.",
    "Write location='query', or body='json' if the API requires a request body.",
)
def a_body_of_a_get():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Fetch(Params):  # HERE
            size: int = param(location="json")


@mistakes.raises(
    "Queue.Count",
    "no reader is known for the type that the action returns: <class 'complex'>.",
    "Pass a resource as returns=, a list of one, or a type that a field may have.",
)
def an_action_that_returns_what_cannot_be_read():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Count(Params): ...  # HERE

        count = action(Count, returns=complex)


def test_a_class_variable_is_not_a_parameter():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):
            limit: ClassVar[int] = 5
            size: int = UNSET

    assert list(Queue._plan.operations["create"].arguments) == ["size"]


def test_a_parameter_may_be_called_self():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Create(Params):
            self: str

    served = Served(json_response({"sid": "QU1"}))
    served.mount(Queue).create(self="x")
    assert served.request.body == b'{"self":"x"}'


@pytest.mark.parametrize(("declare", "owner", "found", "remedy"), mistakes.cases)
def test_a_mistake_is_found_when_the_class_is_written(declare, owner, found, remedy):
    check_mistake(declare, owner, found, remedy)


def test_one_wire_name_in_several_locations_is_accepted():
    class Queue(Resource, uri="/Queues/{sid}", page=MetaPage):
        sid: str

        class Create(Params):
            size: int
            size_in_query: int = param(name="size", location="query")
            size_in_header: int = param(name="Size", location="header")

    served = Served(json_response({"sid": "QU1"}))
    served.mount(Queue).create(size=1, size_in_query=2, size_in_header=3)
    assert served.request.body == b'{"size":1}'
    assert served.request.url.endswith("/Queues?size=2")
    assert served.request.headers["Size"] == "3"


def test_two_whole_bodies_are_a_mistake():
    with pytest.raises(Exception, match="each the whole request body"):

        class Queue(Resource, uri="/Queues/{sid}"):
            sid: str

            class Create(Params):
                one: dict[str, Any] = param(location="body")
                two: dict[str, Any] = param(location="body")
