"""Export: a list becomes files, and goes on where it was interrupted.

`export.py` has what a program calls, and `export_run.py` what a call does. An export has one or
more partitions, each a stream or, from `partitions.py`, a call that gives one. `jobs.py` exports a
partition here or in a worker of `executors.py`; `partition_export.py` writes its files, and its
state is its checkpoint.
"""
