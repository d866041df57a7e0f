"""Endings: the last words about a build that came to nothing; imports nothing, to be first."""

UNCHANGED = "Nothing was changed: the site is as it was."
STOPPED = f"Stopped. {UNCHANGED}"
