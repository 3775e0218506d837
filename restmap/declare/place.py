"""The place of a declaration in the source, and the errors that name it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from ..errors import DeclarationError, compose

if TYPE_CHECKING:
    import ast
    from types import FrameType


@attrs.frozen(eq=False, repr=False)
class Place:
    """A class statement or a member of one. Its line is looked up when a message needs it."""

    owner: str
    file: str
    line: int
    member: str | None = None

    @classmethod
    def of_class(cls, qualname: str, frame: FrameType) -> Place:
        """The place of the class statement that `frame` is running."""
        return cls(qualname, frame.f_code.co_filename, frame.f_lineno)

    def at(self, member: str) -> Place:
        """The place of a member of the class."""
        return attrs.evolve(self, member=member)

    def __str__(self) -> str:
        name = self.owner.rpartition("<locals>.")[2]
        if self.member:
            name += f".{self.member}"
        return f"{name} ({_display_path(self.file)}, line {self._member_line()})"

    def _member_line(self) -> int:
        """The line of the member's own statement, else the line of the class."""
        import ast
        import linecache  # these are for messages, and slow to import

        source = "".join(linecache.getlines(self.file))
        try:
            tree = ast.parse(source)
        except SyntaxError:
            return self.line
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and self._is_this_class(node):
                return next((n.lineno for n in node.body if _declares(n, self.member)), self.line)
        return self.line

    def _is_this_class(self, node: ast.ClassDef) -> bool:
        # CPython gives a class statement's frame the line of its first decorator, if any.
        first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
        return first <= self.line <= node.body[0].lineno and node.name == self.owner.split(".")[-1]


def _declares(statement: ast.stmt, member: str | None) -> bool:
    import ast

    match statement:
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.ClassDef(name=name):
            return name == member
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name == member
        case _:
            return False


def _display_path(file: str) -> str:
    """The path as a user would type it: relative if the file is below the current folder."""
    relative = os.path.relpath(file) if os.path.isabs(file) else file
    return file if relative.startswith("..") else relative


def mistake(found: str, place: Place, remedy: str | None = None) -> DeclarationError:
    """Make the error for a mistake in a declaration."""
    return DeclarationError(compose(found, remedy, str(place)), place=str(place))


def known_names(wanted: str, known: Iterable[str], title: str) -> str:
    """The remedy for a wrong name: the names that exist, and the most similar of them.

    >>> known_names("sidd", ["sid", "account_sid"], "Fields")
    "Fields: account_sid, sid. Did you mean 'sid'?"
    >>> known_names("colour", ["sid"], "Fields")
    'Fields: sid.'
    """
    import difflib

    names = sorted(known)
    near = difflib.get_close_matches(wanted, names, 1)
    listed = f"{title}: {', '.join(names) or 'none'}."
    return f"{listed} Did you mean '{near[0]}'?" if near else listed
