"""The base class of a version: what its resources share and the vendor's base does not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from ...plan.bodies import METHODS_WITHOUT_BODY
from ..draft.class_names import base_name
from ..draft.expressions import Call, Constant, Expression, Name
from ..draft.naming import PlainNaming
from ..draft.operations import OperationDraft
from ..draft.resources import RULES, ResourceDraft, VersionDraft, best_rule, rule_name
from .base_page import common_page
from .statements import Class, Module


@attrs.frozen
class Base:
    """The class that the resources of a version derive from.

    parent: its own base class. page: the page type of most lists. inherited: the keywords that
    the parent has.
    """

    name: str
    parent: Name
    page: Expression | None
    body: str
    parameter_rule: str
    field_rule: str
    member_rule: str | None
    inherited: Inherited
    envelopes: Envelopes

    def envelopes_of(self, draft: ResourceDraft) -> Envelopes:
        """The envelopes of most operations of a resource; those of the base if it has no such
        operation."""
        items = [each.item for each in draft.operations if each.reads_record]
        body_items = [each.body_item for each in draft.operations if sends_in_envelope(each, self)]
        return Envelopes(
            _most_common(items, self.envelopes.item),
            _most_common(body_items, self.envelopes.body_item),
        )

    def field_rule_of(self, draft: ResourceDraft) -> str:
        """The rule for the wire names of the fields of a resource."""
        return draft.field_rule if draft.fields else self.field_rule

    def parameter_rule_of(self, draft: ResourceDraft) -> str:
        """The rule for the wire names of the parameters of a resource."""
        has_parameters = any(each.named_parameters for each in draft.operations)
        return draft.parameter_rule if has_parameters else self.parameter_rule

    def member_rule_of(self, draft: ResourceDraft) -> str:
        """The rule for the members of models in the parameters of a resource."""
        return self.member_rule or self.parameter_rule_of(draft)


@attrs.frozen
class Envelopes:
    """The class keywords for envelopes, each a dotted path; "" where there is none."""

    item: str = ""
    body_item: str = ""


@attrs.frozen
class Inherited:
    """The class keywords of the parent of a base class, as a declaration writes them."""

    body: str
    parameter_rule: str
    field_rule: str
    member_rule: str | None


def version_base(version: VersionDraft, naming: PlainNaming) -> Base:
    """The base class of a version: what most of its resources need."""
    options = naming.base_options()
    inherited = Inherited(
        options.body,
        rule_name(options.parameter_names),
        rule_name(options.field_names),
        rule_name(options.member_names) if options.member_names is not None else None,
    )
    resources = version.resources
    operations = [each for resource in resources for each in resource.operations]
    with_parameters = [
        each for each in resources if any(op.named_parameters for op in each.operations)
    ]
    parameter_rule = _most_common(
        (each.parameter_rule for each in with_parameters), inherited.parameter_rule
    )
    items = [each.item for each in operations if each.reads_record]
    body_items = [each.body_item for each in operations if each.sends_record]
    envelopes = Envelopes(_shared_by_most(items), _shared_by_most(body_items))
    return Base(
        name=base_name(version.place, naming.client_name),
        parent=Name.at(naming.base_resource),
        page=common_page(operations),
        body=_most_common(
            (each.body for each in operations if each.body in ("form", "json")), inherited.body
        ),
        parameter_rule=parameter_rule,
        field_rule=_most_common(
            (each.field_rule for each in resources if each.fields), inherited.field_rule
        ),
        member_rule=_member_rule(version, parameter_rule, inherited),
        inherited=inherited,
        envelopes=envelopes,
    )


def sends_in_envelope(operation: OperationDraft, base: Base) -> bool:
    """Whether the class keyword `body_item=` of a resource applies to an operation."""
    has_json = any(each.location is None for each in operation.parameters) and (
        (operation.body or base.body) == "json"
    )
    return has_json and operation.sends_record and operation.method not in METHODS_WITHOUT_BODY


def _shared_by_most(values: Sequence[str]) -> str:
    """The value that three quarters of the operations have; "" if there is none."""
    value = _most_common(values, "")
    return value if values.count(value) * 4 >= len(values) * 3 else ""


def _member_rule(version: VersionDraft, parameter_rule: str, inherited: Inherited) -> str | None:
    """The rule that suits most members of the models that are sent; None for that of parameters."""
    sent = [each for each in version.models if "sent" in each.directions]
    members = [(each.name, each.wire_name) for model in sent for each in model.members]
    usual = inherited.member_rule or parameter_rule
    if not members:
        return inherited.member_rule
    best = best_rule(members, RULES[usual])
    return inherited.member_rule if best == usual else best


def _most_common(values: Iterable[str], default: str) -> str:
    counted = Counter(values)
    return max(counted, key=lambda each: (counted[each], each == default), default=default)


def base_module(base: Base, package: str, shown: str) -> Module:
    """The module of a base class. package: of the version. shown: its name in the docstring."""
    keywords: list[tuple[str, Expression]] = []
    if base.page is not None:
        keywords.append(("page", base.page))
    if base.body != base.inherited.body:
        keywords.append(("body", Constant(base.body)))
    if base.parameter_rule != base.inherited.parameter_rule:
        keywords.append(("parameter_names", Name(base.parameter_rule, "restmap")))
    if base.field_rule != base.inherited.field_rule:
        keywords.append(("field_names", Name(base.field_rule, "restmap")))
    if base.member_rule is not None and base.member_rule != base.inherited.member_rule:
        keywords.append(("member_names", Name(base.member_rule, "restmap")))
    if base.envelopes.item:
        keywords.append(("item", Constant(base.envelopes.item)))
    if base.envelopes.body_item:
        keywords.append(("body_item", Constant(base.envelopes.body_item)))
    body = "forms" if base.body == "form" else "JSON"
    page = base.page.function if isinstance(base.page, Call) else base.page
    if isinstance(page, Name):
        title = f"Lists are read with {page.text}; request bodies are sent as {body}."
    else:
        title = f"Request bodies are sent as {body}."
    resource = Class(base.name, [base.parent], keywords, title)
    return Module(package, [resource], f"The base class of the resources of {shown}.")
