"""Export: a list becomes files, and goes on where it was interrupted.

`export.py` has what a program calls. An export has one or more partitions, each a stream;
`partition_export.py` writes one, whose state is its checkpoint.
"""
