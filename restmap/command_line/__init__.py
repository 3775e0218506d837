"""The command line: `restmap`, or `python -m restmap`. It needs the extra `cli`.

`program` runs a command and turns what happened into an exit status. Each command is a module of
its own, which is imported when it is used: `operations`, `show`, `call`, `listing`, `sandbox`,
`openapi`, `importing`. The other modules find what a command speaks of: `roots` the client of a
package, `points` the places in it, `profiles` its credentials, `parameters` and `arguments` the
options of an operation and their values. `output` writes what came.
"""
