"""The second step of a sign-in: six digits that an app on one's phone shows, or a recovery code.

It comes after the password. Until its code is right nobody is signed in, so that no other page has to ask
whether it was; DESK_TOTP says whether an editor may do without.
"""
