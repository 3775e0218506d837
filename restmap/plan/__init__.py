"""Plan: a declaration becomes operations.

The value classes of declare and plan have neither `__eq__` nor `__repr__` of attrs: plans are told
apart by identity, and making the two methods would be a third of the time to make such a class,
which every program pays at its start.
"""
