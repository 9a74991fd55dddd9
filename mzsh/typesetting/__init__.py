"""Typesetting (排版): Markdown from templates, and official documents in GB/T 9704-2012 from Markdown."""
