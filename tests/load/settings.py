"""The portal as it is served in tests, with what is handed in kept in a folder of this run."""

import os
from pathlib import Path

from tests.served_settings import *  # noqa: F403

VAR_DIR = Path(os.environ["LOAD_FOLDER"])
