"""make bench: how long a build takes, beside other generators that build the same pages."""
