"""Processes, threads and interrupts."""
