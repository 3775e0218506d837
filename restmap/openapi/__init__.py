"""OpenAPI documents of declarations.

`schemas` writes types, `parameters`, `request_bodies` and `responses` the parts of an operation,
`operations` the operation, and `document` one document for each host. `marks` has the names of
what is said beyond OpenAPI.
"""
