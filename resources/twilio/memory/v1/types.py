"""Literal types that several resources of memory.v1 use."""

from typing import Literal

ContentEncoding = Literal["gzip", "deflate", "br", "compress"]
OrderBy = Literal["ASC", "DESC"]
