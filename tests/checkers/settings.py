"""The portal as it is served in production, with its static files in a folder of the run's own."""

from pathlib import Path

from config import env
from config.settings import *  # noqa: F403

STATIC_ROOT = Path(env.text("STATIC_ROOT"))
