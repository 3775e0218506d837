"""Mistakes in a resource's class keywords and path: found as the class is written."""

from __future__ import annotations

import pytest

from resources.twilio.pages import MetaPage
from restmap import LinkPage, PageType, Paging, Params, Resource, param

from .mistakes import Mistakes, check_mistake

mistakes = Mistakes()

CLASS_KEYWORDS = (
    "Class keywords: body, body_item, field_names, item, items, member_names, page, "
    "parameter_names, uri."
)


# -- class keywords -------------------------------------------------------------------------


@mistakes.raises(
    "Queue",
    "'urii' is not a class keyword of a resource.",
    f"{CLASS_KEYWORDS} Did you mean 'uri'?",
)
def misspelt_option():
    class Queue(Resource, urii="/Queues/{sid}"):  # HERE
        sid: str


@mistakes.raises(
    "Queue", "'xml' is not an encoding of request bodies.", "Write body='form' or body='json'."
)
def unknown_body_encoding():
    class Queue(Resource, uri="/Queues/{sid}", body="xml"):  # HERE
        sid: str


@mistakes.raises(
    "Queue",
    "the rule for parameter_names is not callable: 'PascalCase'.",
    "Give a function from a Python name to its wire name, such as pascal_case.",
)
def naming_rule_that_is_not_a_function():
    class Queue(Resource, uri="/Queues/{sid}", parameter_names="PascalCase"):  # HERE
        sid: str


@mistakes.raises(
    "Queue",
    "the rule for field_names is not callable: None.",
    "Give a function from a Python name to its wire name, such as pascal_case.",
)
def field_naming_rule_that_is_not_a_function():
    class Queue(Resource, uri="/Queues/{sid}", field_names=None):  # HERE
        sid: str


PAGE_TYPE_REMEDY = "Give a subclass of PageType, or an instance of one."


@mistakes.raises(
    "Queue.page",
    "the page type LinkPage needs arguments: "
    "LinkPage.__init__() missing 1 required positional argument: 'key'.",
    "Write `page=LinkPage(…)`.",
)
def page_type_without_its_arguments():
    class Queue(Resource, uri="/Queues/{sid}", page=LinkPage):  # HERE
        sid: str


@mistakes.raises(
    "Queue.List.size",
    "the parameter 'size' has the wire name that the page type uses for page_size.",
    "Remove the parameter; callers pass page_size=….",
)
def filter_with_a_name_of_the_pages():
    class Queue(Resource, uri="/Queues/{sid}", page=MetaPage):
        sid: str

        class List(Paging):
            size: int = param(name="PageSize")  # HERE


@mistakes.raises(
    "Queue.uri",
    "the template b'/Queues/{sid}' is not text.",
    "Write a path, such as '/Queues/{sid}'.",
)
def path_of_bytes():
    class Queue(Resource, uri=b"/Queues/{sid}"):  # HERE
        sid: str


@mistakes.raises(
    "Queue.uri",
    "the template '/Queues/{sid}' has a placeholder 'sid', but the resource has no such field.",
    "Fields: name.",
)
def key_that_no_field_holds():
    class Queue(Resource, uri="/Queues/{sid}"):  # HERE
        name: str

        class Create(Params): ...


@mistakes.raises("Queue.page", "'meta' is not a page type.", PAGE_TYPE_REMEDY)
def page_type_by_name():
    class Queue(Resource, uri="/Queues/{sid}", page="meta"):  # HERE
        sid: str


@mistakes.raises("Queue.page", f"{PageType!r} is not a page type.", PAGE_TYPE_REMEDY)
def page_type_that_reads_nothing():
    class Queue(Resource, uri="/Queues/{sid}", page=PageType):  # HERE
        sid: str


@mistakes.raises("Queue.page", f"{dict!r} is not a page type.", PAGE_TYPE_REMEDY)
def page_type_of_another_kind():
    class Queue(Resource, uri="/Queues/{sid}", page=dict):  # HERE
        sid: str


@mistakes.raises(
    "Queue.List",
    "the list has no page type, which says where its records are in a response.",
    "Give one as a class keyword of the resource or of its base class: `page=…`.",
)
def list_without_page_type():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class List(Paging): ...  # HERE


# -- the path -------------------------------------------------------------------------------


@mistakes.raises(
    "Queue.uri",
    "the template '/Queues/{account_sidd}/{sid}.json' has a placeholder 'account_sidd', but the "
    "resource has no such field.",
    "Fields: account_sid, sid. Did you mean 'account_sid'?",
)
def placeholder_that_nothing_fills():
    class Queue(Resource, uri="/Queues/{account_sidd}/{sid}.json"):  # HERE
        sid: str
        account_sid: str


@mistakes.raises(
    "Queue.uri",
    "the template '/{colour}/{sid}' has a placeholder 'colour', but the resource has no such "
    "field.",
    "Fields: sid.",
)
def placeholder_without_a_near_name():
    class Queue(Resource, uri="/{colour}/{sid}"):  # HERE
        sid: str


TEMPLATE_REMEDY = "Write a path with names in braces, such as '/Queues/{sid}.json'."


@mistakes.raises(
    "Queue.uri", "the template 'Queues/{sid}' does not begin with '/'.", TEMPLATE_REMEDY
)
def template_without_slash():
    class Queue(Resource, uri="Queues/{sid}"):  # HERE
        sid: str


@mistakes.raises(
    "Queue.uri",
    "the template '/Queues/{sid' has a brace without a matching one.",
    TEMPLATE_REMEDY,
)
def template_with_an_open_brace():
    class Queue(Resource, uri="/Queues/{sid"):  # HERE
        sid: str


@mistakes.raises(
    "Queue.uri",
    "the template '/Queues?sid={sid}' has a query or a fragment, which a path cannot have.",
    TEMPLATE_REMEDY,
)
def template_with_a_query():
    class Queue(Resource, uri="/Queues?sid={sid}"):  # HERE
        sid: str


@mistakes.raises(
    "Queue.uri",
    "the template '/Queues/{the-sid}' has a placeholder 'the-sid' that is not a Python name.",
    TEMPLATE_REMEDY,
)
def template_with_a_strange_name():
    class Queue(Resource, uri="/Queues/{the-sid}"):  # HERE
        sid: str


@mistakes.raises(
    "Queue.uri",
    "the template '/Queues/{sid}/{sid}' has the placeholder 'sid' twice.",
    TEMPLATE_REMEDY,
)
def template_with_a_name_twice():
    class Queue(Resource, uri="/Queues/{sid}/{sid}"):  # HERE
        sid: str


@mistakes.raises(
    "Settings.uri",
    "the template '/Settings' does not end with a placeholder for the key of a record.",
    "Add one, such as '/{sid}'; if there is only one record, write `class Key(NoKey): ...`.",
)
def item_verb_without_key():
    class Settings(Resource, uri="/Settings"):  # HERE
        class Fetch(Params): ...


@mistakes.raises(
    "Queue.Key.sidd",
    "the key 'sidd' is not a placeholder of '/Queues/{sid}'.",
    "Placeholders: sid. Did you mean 'sid'?",
)
def key_that_is_not_a_placeholder():
    class Queue(Resource, uri="/Queues/{sid}"):
        sid: str

        class Key(Params):
            sidd: str  # HERE


@mistakes.raises(
    "Queue.Key",
    "the keys account_sid are not the last placeholders of '/Accounts/{account_sid}/{sid}'.",
    "Leave out the others: the resource that this one is mounted under gives them.",
)
def key_that_is_not_last():
    class Queue(Resource, uri="/Accounts/{account_sid}/{sid}"):
        sid: str

        class Key(Params):  # HERE
            account_sid: str


@pytest.mark.parametrize(("declare", "owner", "found", "remedy"), mistakes.cases)
def test_a_mistake_is_found_when_the_class_is_written(declare, owner, found, remedy):
    check_mistake(declare, owner, found, remedy)


@mistakes.raises(
    "Queue.uri",
    "the template '/Queues/{part}{sid}' has no text between the placeholders 'part' and 'sid', so "
    "that nothing says where the first one ends.",
    TEMPLATE_REMEDY,
)
def template_with_names_side_by_side():
    class Queue(Resource, uri="/Queues/{part}{sid}"):  # HERE
        sid: str
