"""One module a command: options in, one value out, one number back. Only here typer and rich are imported."""
