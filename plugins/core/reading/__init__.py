"""Files as staff deliver them: source files, front matter, YAML."""
