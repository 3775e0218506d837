"""pyarrow, as the modules of this folder use it.

It has no static types of its own, and the stubs that others write for it (pyarrow-stubs) refuse
calls that it documents. What users get is annotated by its classes, so that a program with these
stubs has exact types; what is made in between is not checked.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import pyarrow
import pyarrow.compute

pa: Any = pyarrow
pc: Any = pyarrow.compute

Array: TypeAlias = Any
"""An array of Arrow."""

DataType: TypeAlias = Any
"""The type of a column."""
