"""What the interface says, in the language of the site."""
