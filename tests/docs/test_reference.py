"""The reference has every public name, and no other."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

import restmap
import restmap.sandbox
import restmap.testing
from resources import twilio

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference.md"

# What autodoc makes of it, where it is imported from, and its name.
NAMED = re.findall(r"^\.\. auto(\w+):: ([a-z.]+)\.(\w+)$", PAGE.read_text(), re.MULTILINE)

# What `from module import *` leaves out.
LEFT_OUT = {restmap: ["AiohttpTransport", "collections", "map"]}


MODULES = [restmap, restmap.sandbox, restmap.testing, twilio]


@pytest.mark.parametrize("module", MODULES, ids=lambda it: it.__name__)
def test_every_public_name_is_there_once(module: ModuleType) -> None:
    named = Counter(name for _, where, name in NAMED if where == module.__name__)

    assert sorted(named.elements()) == sorted([*module.__all__, *LEFT_OUT.get(module, ())])


def test_nothing_else_is_there() -> None:
    assert {where for _, where, _ in NAMED} == {each.__name__ for each in MODULES}


@pytest.mark.parametrize("name", [name for kind, where, name in NAMED if kind != "data"])
def test_every_public_name_says_what_it_is_for(name: str) -> None:
    for where in MODULES:
        assert getattr(where, name, restmap).__doc__
