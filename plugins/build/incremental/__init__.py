"""Builds that make only the page that changed."""
