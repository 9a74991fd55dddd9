"""Disk ⇄ model: reading a folder into records, and writing back by minimal edits. The only reads and writes."""
