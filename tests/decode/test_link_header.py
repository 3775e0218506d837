"""The `Link` header: quoted text, commas where they separate nothing, and what is not a link."""

from __future__ import annotations

import pytest

from restmap.declare.link_header import link_relations

NEXT = {"next": "/items?page=2"}
HEADERS: list[tuple[str, dict[str, str]]] = [
    ('</items?page=2>; rel="next"', NEXT),
    ("</items?page=2>;rel=next", NEXT),
    ('</items?page=2> ; REL = "Next" ', NEXT),
    ('</items?page=2>; rel="last next"', {**NEXT, "last": "/items?page=2"}),
    ("</items?page=2>\t;\trel=next", NEXT),
    # what a quoted text holds is text
    ('</items?page=2>; title="a, b"; rel="next"', NEXT),
    (r'</items?page=2>; title="a \"b\", c; d"; rel="next"', NEXT),
    (r'</items?page=2>; title="\\"; rel="next"', NEXT),
    (r'</items?page=2>; rel="ne\xt"', NEXT),
    ('</p>; rel="prev"; title="</n>; rel=next"', {"prev": "/p"}),
    ('</p>; rel=prev; title="</n>; rel=next', {"prev": "/p"}),
    # parameters of other kinds
    ("</items?page=2>; title*=UTF-8''a%2cb; rel=\"next\"", NEXT),
    ('</items?page=2>; crossorigin; rel="next"', NEXT),
    ("</items?page=2>; a=b=c; rel=next", NEXT),
    ("</items?page=2>; a=; rel=next", NEXT),
    ("</items?page=2>; ; rel=next;", NEXT),
    ('</items?page=2>; rel="prev"; rel="next"', {"prev": "/items?page=2"}),
    ('</items?page=2>; nextrel="next"', {}),
    ('</items?page=2>; rel="nextish"', {"nextish": "/items?page=2"}),
    # commas, and what is not a link
    (', </items?page=2>; rel="next",', NEXT),
    ('garbage, </items?page=2>; rel="next"', NEXT),
    ('"</x>; rel=next", </items?page=2>; rel="next"', NEXT),
    ('</items?a=b,c;d>; rel="next"', {"next": "/items?a=b,c;d"}),
    ('</items?page=2>; rel="next", </z>; rel="last"', {**NEXT, "last": "/z"}),
    ('</items?page=2>; rel="next" </z>; rel="last"', {**NEXT, "last": "/z"}),
    ('</items?page=2>; rel="next", </other>; rel="next"', NEXT),
    ('</a; rel=x, </items?page=2>; rel="next"', NEXT),
    ("", {}),
    ("<>", {}),
    ('<>; rel="prev"', {"prev": ""}),
    ("rel=next", {}),
    (';,=<>"\\', {}),
]


@pytest.mark.parametrize(("header", "relations"), HEADERS)
def test_the_relations_of_a_header(header: str, relations: dict[str, str]):
    assert link_relations(header) == relations
