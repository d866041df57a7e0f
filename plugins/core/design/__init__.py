"""What a practice looks like: colors, typeface, logo."""
