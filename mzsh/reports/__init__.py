"""One result, many forms: a report as text, JSON and what code hosts read."""
