"""The values that several resources of memory.v1 have."""

from typing import Literal

ContentEncoding = Literal["gzip", "deflate", "br", "compress"]
OrderBy = Literal["ASC", "DESC"]
