"""The interface for programs, `/api/v1/`: the selectors of the pages, typed and described. A noun a file."""
