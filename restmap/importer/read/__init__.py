"""Reading: the documents are parsed and validated, and their operations are read."""
