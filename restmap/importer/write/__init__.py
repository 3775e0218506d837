"""Writing: drafts become modules, which are checked, loaded and moved into place."""
