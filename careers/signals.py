from django.dispatch import Signal

# What other apps ship about occupations waits for these to be there. Sent within the transaction of each
# load, and where `load_snapshot` finds the snapshot loaded already: an app may be newer than that.
snapshot_loaded = Signal()
