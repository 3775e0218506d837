"""Benchmarks: restmap beside other ways to do the same, in one run. `make bench` runs them."""
