"""How a build went: exit code, messages, notes."""
