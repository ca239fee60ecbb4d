"""Where the primary keys of the terms of companies begin, and of postings: of either there may be many."""

FIRST_COMPANY, FIRST_POSTING = 3 * 10**16, 5 * 10**16
