"""Describe: what a package declares, found by walking its mounts.

`declared` finds the clients, domains and versions of a package, `nodes` the resources that are
mounted in them, `routes` the operations of these resources, each with the expression that calls it.
"""
