"""Plan: compile a declaration into operations.

The attrs classes of declarations, here and in `declare`, have no comparison and no repr: plans are
compared by identity, and generating those methods takes two thirds of the time to create such a
class, which every program spends when it starts.
"""
