"""The model of a site that features hand on: documents, pages, pictures, structured data."""
