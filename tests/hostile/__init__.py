"""Every address that the portal answers, asked in ways that no browser would: `python -m tests.hostile`."""
