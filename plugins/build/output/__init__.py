"""The last stage: the staging folder is checked and changes places with output/."""
