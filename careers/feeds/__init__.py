"""Postings from outside: fetched or opened, read, cleaned, matched, and brought in without loss."""
