"""The rules: each a small function of the model with what is said of it; one module a chapter of rules.md."""
