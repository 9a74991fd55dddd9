"""The items (检查项), one module a part of the document."""
