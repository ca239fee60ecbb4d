"""Formats of feeds: a format is a module here, named as in `Feed.Format`, with a `read` of its own."""
