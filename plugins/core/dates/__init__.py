"""Dates and times: instants, periods, time zones, and dates in other forms."""
