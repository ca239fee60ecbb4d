"""The editors’ desk: who may do what, and what is done before readers see it."""
