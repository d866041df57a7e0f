"""What content may hold: models, their fields, and the messages about what does not fit."""
