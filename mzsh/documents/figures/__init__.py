"""Every figure of a document, counted from the folder: pure functions of the project, never a template's sums."""
