"""Copies (雷同): the same words in two papers, lightly edited, re-ordered or with synonyms swapped."""
