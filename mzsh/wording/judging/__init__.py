"""Judging passages: the role of every sentence, and which of the five avoids or substitutions a passage falls into."""
