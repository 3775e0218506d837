"""Styles of lists and objects beyond the table of the documentation, and what is refused."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from restmap import UNSET, DeclarationError, Model, ParameterError, Params, Resource, param
from restmap.sandbox.decode import read_arguments, split_request
from restmap.sandbox.refusal import Refusal
from tests.support import ROOT, Served, json_response, message_without_place, query


class Range(Model):
    start_at: str
    end_at: str | None = None


class Report(Resource, uri="/reports/{id}", parameter_names=str.upper):
    id: int

    class Fetch(Params):
        during: Range = param(style="deepObject", default=UNSET)
        members: dict[str, Any] = param(style="form", default=UNSET)
        ids: list[int] = param(style="pipeDelimited", default=UNSET)
        target: str = param(allow_reserved=True, default=UNSET)
        targets: list[str] = param(allow_reserved=True, default=UNSET)
        secret_range: dict[str, Any] = param(style="deepObject", sensitive=True, default=UNSET)


def fetched(**arguments: Any) -> Served:
    served = Served(json_response({"id": 1}))
    served.mount(Report)(1).fetch(**arguments)
    return served


def test_a_model_has_its_wire_names_in_brackets():
    served = fetched(during=Range(start_at="a", end_at=None))
    assert query(served.request) == [("DURING[START_AT]", "a")]
    assert query(fetched(during={"start_at": "a"}).request) == [("DURING[START_AT]", "a")]


def test_items_have_the_serializer_of_their_type():
    with pytest.raises(ParameterError) as caught:
        fetched(ids=[1, "x"])
    assert "expected a whole number" in str(caught.value)


def test_reserved_characters_are_sent_as_they_are():
    target = "https://a.test/b?c=d&e=f#g h+ü"
    served = fetched(target=target, targets=["a/b", "c,d"])
    assert served.request.url == (
        f"{ROOT}/reports/1?TARGET=https://a.test/b?c%3Dd%26e%3Df%23g%20h%2B%C3%BC"
        "&TARGETS=a/b&TARGETS=c,d"
    )
    assert query(served.request) == [("TARGET", target), ("TARGETS", "a/b"), ("TARGETS", "c,d")]


def test_an_empty_list_is_one_empty_value_where_it_is_joined():
    assert fetched(ids=[]).request.url == f"{ROOT}/reports/1?IDS="


def test_a_sensitive_object_is_masked_as_a_whole(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG, "restmap")
    fetched(secret_range={"a": "s3cret", "b": {"c": "s3cret"}})
    assert "s3cret" not in caplog.text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"secret_range": {"a]": 1}},
            "the value of the parameter 'secret_range' cannot be sent.\n  Give a dict.",
        ),
        (
            {"members": {"IDS": 1}, "ids": [1]},
            "the parameter 'ids' has a member 'IDS', which another parameter sends.\n"
            "  Give each of them once.",
        ),
    ],
)
def test_a_value_that_a_style_cannot_write_is_refused(arguments: dict[str, Any], message: str):
    with pytest.raises(ParameterError) as caught:
        fetched(**arguments)
    assert message_without_place(caught) == message


def test_an_item_with_the_delimiter_is_refused():
    class Search(Resource, uri="/searches/{id}"):
        id: int

        class Fetch(Params):
            words: list[str] = param(explode=False)

    with pytest.raises(ParameterError) as caught:
        Served().mount(Search)(1).fetch(words=["a", "b,c"])
    assert str(caught.value) == (
        "the parameter 'words' cannot be ['a', 'b,c']: expected parts that do not contain ',', "
        "which separates them.\n  Give a list in which each item is text.\n  in Search.Fetch"
    )


@pytest.mark.parametrize(
    "text",
    ["DURING[]=a", "DURING[a=1", "DURING[a]=1&DURING[a][b]=2", "IDS=1&IDS=2"],
)
def test_the_sandbox_refuses_what_no_style_writes(text: str):
    served = fetched()
    operation = Report._plan.operations["fetch"]
    request = served.request.__class__("GET", f"{ROOT}/reports/1?{text}")
    with pytest.raises(Refusal) as caught:
        read_arguments(Report._plan, operation, split_request(request, operation))
    assert caught.value.status == 400


# -- mistakes -------------------------------------------------------------------------------


def declare(annotation: Any, **options: Any) -> None:
    class Wrong(Resource, uri="/wrong/{id}"):
        id: int

        class Create(Params):
            value: annotation = param(default=UNSET, **options)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"style": "matrix", "location": "query"},
            "the parameter 'value' has the style 'matrix', which does not exist.\n"
            "  Styles: deepObject, form, json, pipeDelimited, spaceDelimited.",
        ),
        (
            {"style": "deepObject", "explode": False, "location": "query"},
            "the parameter 'value' has explode=False, which means nothing for the style "
            "'deepObject'.\n  Leave explode= out.",
        ),
        (
            {"style": "deepObject"},
            "the parameter 'value' has a style, but is sent in the location 'json'.\n"
            "  Leave the style out, or write location='query' or location='form'.",
        ),
        (
            {"style": "form", "sensitive": True, "location": "query"},
            "the parameter 'value' is sensitive, but the log cannot tell which keys are its "
            "members.\n  Write another style, such as style='deepObject', or explode=False.",
        ),
    ],
)
def test_a_style_that_cannot_work_is_refused(options: dict[str, Any], message: str):
    with pytest.raises(DeclarationError) as caught:
        declare(dict[str, Any], **options)
    assert message_without_place(caught) == message
