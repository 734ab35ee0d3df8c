"""Build only: what turns the standards and the guide into a site."""
