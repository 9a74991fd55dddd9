"""Tests about the project itself: its style, its documents, its promises."""
