"""Forms."""

from __future__ import annotations

from typing import Any, Literal

from restmap import Params

from .base import VerifyResource

FormTypes = Literal["form-push"]


class Form(VerifyResource, uri="/Forms/{form_type}"):
    """client.verify.v2.forms"""

    form_type: FormTypes
    forms: Any
    form_meta: Any
    url: str

    class Fetch(Params): ...
