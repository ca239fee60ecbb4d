"""Django's PostgreSQL, with a pool of connections that knows when the server is away."""
