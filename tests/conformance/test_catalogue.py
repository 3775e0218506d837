"""Every operation of the catalogue, judged by Prism and made by twilio-python as well.

What is asserted of an operation: that Prism accepts its two requests, with every parameter and
with none but the required, as that operation and no other; and that twilio-python, called by the
same names with the same arguments, makes the same requests, or such as differ in what is named in
`differences.py` and in nothing else. The page of the catalogue is compared with all this.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from resources.twilio import Client
from resources.twilio.shortcuts import Shortcut
from restmap.api.mounts import mounts_of

from . import twilio_python
from .catalogue_page import PAGE, page
from .differences import DIFFERENCES, REFUSED, Difference, differences_of
from .judge import Judge
from .openapi import Operation, operations
from .outcomes import ACCOUNT, REQUESTS, TOKEN, Outcomes
from .recording_server import RecordingServer
from .twilio_documents import documents

pytestmark = pytest.mark.conformance

DOCUMENTS = documents().values()
OPERATIONS = [each for document in DOCUMENTS for each in operations(document)]

each_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=str)
each_request = pytest.mark.parametrize("request_", REQUESTS)


@pytest.fixture(scope="module")
def outcomes() -> Iterator[Outcomes]:
    with Judge(DOCUMENTS) as judge, RecordingServer() as server:
        outcomes = Outcomes(judge, server)
        yield outcomes
        outcomes.close()


@each_request
@each_operation
def test_request_is_accepted(operation: Operation, request_: str, outcomes: Outcomes) -> None:
    reasons = outcomes.of(operation).reasons[request_]

    if (operation.id, request_) in REFUSED:
        _, reason = REFUSED[operation.id, request_]
        assert reasons == (reason,)
    else:
        assert reasons == ()


@each_operation
def test_requests_are_those_of_twilio_python(operation: Operation, outcomes: Outcomes) -> None:
    comparisons = outcomes.of(operation).comparisons.values()
    differences = list(differences_of(operation.id))

    for each in comparisons:
        theirs = each.theirs
        for difference in differences:
            theirs = difference.undo(each.ours, theirs)
        assert each.ours == theirs

    assert [each.title for each in differences] == [
        difference.title
        for difference in differences
        if any(difference.undo(each.ours, each.theirs) != each.theirs for each in comparisons)
    ], "a difference that is named is not there"


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda each: each.title)
def test_difference_names_operations_that_are_there(difference: Difference) -> None:
    ids = [each.id for each in OPERATIONS]

    for name in difference.operations:
        assert any(Difference("", "", (name,), difference.undo).is_named(each) for each in ids)


def test_short_cuts_are_those_of_twilio_python() -> None:
    """And each leads to what the whole way leads to."""
    ours = Client(ACCOUNT, TOKEN)
    theirs = twilio_python.client_of(ACCOUNT, TOKEN, "")
    names = [
        name
        for cls in Client.__mro__
        for name, value in vars(cls).items()
        if isinstance(value, Shortcut)
    ]

    below_account = {mount.name for mount in mounts_of(type(ours.api.v2010.account))}
    assert set(names) == below_account
    for name in names:
        assert repr(getattr(ours, name)) == repr(getattr(ours.api.v2010.account, name))
        assert str(getattr(theirs, name)) == str(getattr(theirs.api.v2010.account, name))
    theirs.http_client.close()
    ours.close()


def test_page_is_what_this_run_gives(outcomes: Outcomes) -> None:
    """`make catalogue-table` writes it."""
    assert PAGE.read_text() == page([outcomes.of(each) for each in OPERATIONS], DOCUMENTS)
