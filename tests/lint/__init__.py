"""make lint for what is not Python: Biome checks the style and the layout of scripts and styles."""
