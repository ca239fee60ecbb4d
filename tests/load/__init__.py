"""The portal as in production under load, with writes, imports and faults under way, and what is proved then.

`python -m tests.load --minutes 15` and `python -m tests.load --kill`; docs/operate.md says what they prove.
"""
