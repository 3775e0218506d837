"""Trait groups."""

from __future__ import annotations

from typing import Any, Literal

from restmap import UNSET, Model, Paging, Params, action, field, param

from ...other_pages import MetaTokenPage
from .base import MemoryResource
from .types import OrderBy


class StringValidationRule(Model):
    pattern: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    rule_type: Literal["STRING"] = "STRING"


class NumberValidationRule(Model):
    min: float | None = None
    max: float | None = None
    rule_type: Literal["NUMBER"] = "NUMBER"


class BooleanValidationRule(Model):
    rule_type: Literal["BOOLEAN"] = "BOOLEAN"


class ArrayValidationRule(Model):
    min_items: int | None = None
    max_items: int | None = None
    rule_type: Literal["ARRAY"] = "ARRAY"


class Trait(Model):
    data_type: Literal["STRING", "NUMBER", "BOOLEAN", "ARRAY", ""]
    description: str | None = None
    validation_rule: (
        StringValidationRule
        | NumberValidationRule
        | BooleanValidationRule
        | ArrayValidationRule
        | None
    ) = field(tagged_by="ruleType", default=None)
    id_type_promotion: str | None = None


class TraitGroupData(Model):
    display_name: str
    version: int
    description: str | None = None
    traits: dict[str, Trait] | None = None


class Meta(Model):
    key: str | None = None
    page_size: int | None = None
    next_token: str | None = None
    previous_token: str | None = None


class TraitGroupTrait(Model):
    data_type: Literal["STRING", "NUMBER", "BOOLEAN", "ARRAY", ""]
    description: str = UNSET
    validation_rule: (
        StringValidationRule | NumberValidationRule | BooleanValidationRule | ArrayValidationRule
    ) = field(tagged_by="ruleType", default=UNSET)
    id_type_promotion: str = UNSET


class TraitDefinition(Model):
    data_type: Literal["STRING", "NUMBER", "BOOLEAN", "ARRAY", ""]
    description: str = UNSET
    validation_rule: (
        StringValidationRule | NumberValidationRule | BooleanValidationRule | ArrayValidationRule
    ) = field(tagged_by="ruleType", default=UNSET)
    id_type_promotion: str = UNSET


class TraitGroup(
    MemoryResource, uri="/ControlPlane/Stores/{store_id}/TraitGroups/{trait_group_name}"
):
    """client.memory.v1.trait_groups"""

    trait_group: TraitGroupData | None
    meta: Meta | None
    message: str | None
    status_url: str | None
    display_name: str | None
    description: str | None
    traits: dict[str, Trait] | None
    version: int | None
    store_id: str
    trait_group_name: str

    class Create(Params):
        display_name: str = param(default=...)
        description: str = UNSET
        traits: dict[str, TraitGroupTrait] = UNSET
        trait_group_request: dict[str, Any] = param(location="body", default=UNSET)

    class List(Paging, page=MetaTokenPage("traitGroups", max_page_size=100)):
        include_traits: bool = UNSET
        order_by: OrderBy = UNSET

    class Fetch(Params):
        include_traits: bool = UNSET
        page_size: int = UNSET
        page_token: str = UNSET
        order_by: OrderBy = UNSET

    class Patch(Params, method="PATCH"):
        if_match: str = param(location="header", default=UNSET)
        description: str = UNSET
        traits: dict[str, TraitDefinition] = UNSET
        patch_trait_group_request: dict[str, Any] = param(location="body", default=UNSET)

    class Delete(Params): ...

    patch = action(Patch)
    patch_async = patch.awaited()
