"""Plan: a declaration becomes operations.

What is made for each declaration, here and in `declare`, is an attrs class without comparison and
printing: plans are told apart by identity, and making those methods takes two thirds of the time to
make such a class, which every program pays at its start.
"""
