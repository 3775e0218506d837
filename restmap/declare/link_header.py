"""The `Link` header: https://www.rfc-editor.org/rfc/rfc8288#section-3"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

# A target, a quoted text, a mark, or a word. Each character is looked at once, however the header
# is written: no part is tried again (`*+`), and a text without its end takes all that is left.
_TOKEN = re.compile(
    r'<(?P<target>[^<>]*+)>|"(?P<quoted>(?:[^"\\]|\\.?)*+)"?|(?P<mark>[;,=])|(?P<word>[^\s;,=<"]++)',
    re.DOTALL,
)


def link_relations(header: str, without: Mapping[str, str] | None = None) -> dict[str, str]:
    """The targets of a `Link` header by relation; of a repeated relation, the first target.

    without: parameters, with the values in lower case, that mark a link as none.

    >>> link_relations('<https://a.test/?page=2>; rel="next", <https://a.test/>; rel=first')
    {'next': 'https://a.test/?page=2', 'first': 'https://a.test/'}
    """
    relations: dict[str, str] = {}
    for target, parameters in _links(header):
        if any(parameters.get(name, "").lower() == each for name, each in (without or {}).items()):
            continue
        # Of a parameter that is repeated, the first counts (RFC 8288 3.3).
        for relation in parameters.get("rel", "").lower().split():
            relations.setdefault(relation, target)
    return relations


def _links(header: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each link of the header: its target and its parameters; what is not a link is passed over."""
    target: str | None = None
    parameters: dict[str, str] = {}
    name, has_value = "", False  # of the parameter that is being read
    for token in _TOKEN.finditer(header):
        kind, text = token.lastgroup, token[token.lastgroup or 0]
        if kind == "target" or text == "," == token[0]:
            if target is not None:
                yield target, parameters
            target, parameters = (text if kind == "target" else None), {}
            name, has_value = "", False
        elif kind == "mark":
            name, has_value = ("", False) if text == ";" else (name, True)
        elif has_value:
            plain = re.sub(r"\\(.?)", r"\1", text) if kind == "quoted" else text
            parameters.setdefault(name.lower(), plain)
            has_value = False
        else:
            name = text
    if target is not None:
        yield target, parameters
