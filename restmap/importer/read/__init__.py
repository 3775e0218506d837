"""Reading: documents, validated, and what they say of each operation."""
