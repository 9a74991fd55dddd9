"""The whole work at a glance: where it stands, what to do next, and the use cases that write for the secretary."""
