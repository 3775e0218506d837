"""A table of declaration mistakes: a function each, with the whole message it must give.

@raises("Queue.uri", "what was found.", "The remedy.")
def a_name_of_the_rule():
    class Queue(Resource, uri="…"):  # HERE
        ...

The line of the message is that of the comment.
"""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable
from typing import Any

import pytest

from restmap import DeclarationError


class Mistakes:
    """The mistakes of one test module."""

    def __init__(self) -> None:
        self.cases: list[Any] = []

    def raises(
        self, owner: str, found: str, remedy: str
    ) -> Callable[[Callable[[], object]], Callable[[], object]]:
        """Registers a function that makes a mistake."""

        def register(declare: Callable[[], object]) -> Callable[[], object]:
            self.cases.append(pytest.param(declare, owner, found, remedy, id=declare.__name__))
            return declare

        return register


def check_mistake(declare: Callable[[], object], owner: str, found: str, remedy: str) -> None:
    """Asserts the whole message, its line included."""
    lines, first = inspect.getsourcelines(declare)
    (line,) = (first + n for n, text in enumerate(lines) if text.rstrip().endswith("# HERE"))
    file = os.path.relpath(inspect.getfile(declare))
    place = f"{owner} ({file}, line {line})"
    with pytest.raises(DeclarationError) as caught:
        declare()
    assert str(caught.value) == f"{found}\n  {remedy}\n  in {place}"
    assert caught.value.place == place
