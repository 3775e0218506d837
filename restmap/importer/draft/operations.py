"""Drafts of operations: the nested class of each, and its parameters, as values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from ...plan.bodies import METHODS_WITHOUT_BODY
from ..read.operations import BODY_LOCATIONS, DocumentOperation, DocumentParameter
from ..read.styles import NO_STYLE, WireStyle
from .expressions import Call, Constant, Expression, Name, names_of_types


@attrs.frozen
class AttributeDraft:
    """A field, a key or a parameter: an annotated attribute.

    location: where a parameter is sent, if not in the default location of its operation. prefix:
    the text that values of a key begin with. is_part: whether a parameter for the whole request
    body may be given in place of this one. style: how it is written in a query or a form. default:
    the value that a parameter has where none is given. inside: the dotted path of the object of a
    record that a field is in. text: what the document says of it, if descriptions are copied.
    """

    name: str
    wire_name: str
    kind: Expression
    required: bool = True
    serializer: Name | Call | None = None
    location: str | None = None
    sensitive: bool = False
    prefix: str | None = None
    is_part: bool = False
    style: WireStyle = NO_STYLE
    default: Constant | None = None
    inside: str | None = None
    text: str = attrs.field(default="", eq=False)


def keep_types_visible(parts: Sequence[AttributeDraft]) -> list[AttributeDraft]:
    """The attributes of a class, of which none has the name of the type of another, such as `date`.

    A type checker would take the type for the attribute.
    """
    uses = Counter(name for each in parts for name in {*names_of_types(each.kind)})
    return [
        attrs.evolve(each, name=f"{each.name}_")
        if uses[each.name] > (each.name in names_of_types(each.kind))
        else each
        for each in parts
    ]


@attrs.frozen
class ResultDraft:
    """What an operation returns, where it is no record of its resource.

    kind: the type; None where nothing is read.
    """

    kind: Expression | None


@attrs.frozen
class OperationDraft:
    """The nested class of one operation.

    class_name: Create, List, …, or the class name of an action. page: the expression of the page
    type. uri: the suffix to the path of the resource. path: the path in its place. is_action:
    whether it is an action; of_collection: whether this is one of the collection. returns: what it
    returns; None for the usual result of its verb. item, body_item: the envelopes of the response
    and of the request body, as dotted paths. accept: the media type of the response, where it is
    not JSON. text: the description in the document, if descriptions are copied. sent_parts: the
    properties of the request body that became parameters. paging: where the parameters of a page
    are sent, if not where those of the list are.
    """

    source: DocumentOperation = attrs.field(eq=False)
    verb: str
    class_name: str
    parameters: Sequence[AttributeDraft]
    method: str
    usual_method: str
    body: str | None
    content_type: str | None
    page: Expression | None
    redirects: bool
    is_action: bool
    uri: str
    text: str = attrs.field(eq=False)
    path: str | None = None
    of_collection: bool = False
    returns: ResultDraft | None = None
    item: str = ""
    body_item: str = ""
    accept: str | None = None
    paging: str | None = None
    sent_parts: Sequence[DocumentParameter] = attrs.field(default=(), eq=False)

    @property
    def is_collection_action(self) -> bool:
        """Whether it is an action of the whole collection."""
        return self.is_action and self.of_collection

    @property
    def sends_nothing(self) -> bool:
        """Whether the document has no request body where the method allows one."""
        has_body = self.source.body is not None or self.source.parameters_in(*BODY_LOCATIONS)
        return not has_body and self.method not in METHODS_WITHOUT_BODY

    @property
    def reads_record(self) -> bool:
        """Whether it returns one record of its resource."""
        is_list = self.class_name == "List" and not self.is_action
        return self.returns is None and not is_list and self.class_name != "Delete"

    @property
    def sends_record(self) -> bool:
        """Whether its parameters are the record, which may be in an envelope."""
        is_update = self.method in ("PUT", "PATCH") and not self.uri and self.path is None
        return self.class_name in ("Create", "Update") or (is_update and self.returns is None)

    @property
    def named_parameters(self) -> list[AttributeDraft]:
        """The parameters whose wire names follow the resource's rule."""
        return [each for each in self.parameters if each.location not in ("header", "body", "path")]
