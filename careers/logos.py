"""Logos: whatever raster image an editor has becomes a small PNG without metadata. Pure."""

import io
from dataclasses import dataclass
from hashlib import sha256

from PIL import Image, ImageOps

MAX_UPLOAD = 2 * 1024 * 1024  # bytes
MAX_PIXELS = 25_000_000  # of the image as it comes; decoding more could fill the memory
MAX_SIDE = 256  # pixels of the PNG
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
KINDS = "a PNG, JPEG, WebP or GIF"
WITH_ALPHA = {"RGBA", "LA", "PA", "La", "RGBa"}


class Refused(Exception):
    """Why a file cannot be a logo, and the remedy."""


@dataclass(frozen=True, slots=True)
class Logo:
    png: bytes
    width: int
    height: int
    checksum: str  # SHA-256 of the PNG


def encoded(content: bytes) -> Logo:
    """The first picture of the file, at most 256 × 256, re-encoded; `Refused` where there is none."""
    if len(content) > MAX_UPLOAD:
        raise Refused(f"The file has {len(content) / 1024**2:.1f} MB; 2 MB are the most. Make it smaller.")
    start = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"<svg" in start or start.startswith(b"<?xml"):
        raise Refused(f"SVG can hold scripts and is not taken. Export the logo as {KINDS}.")
    try:
        image = _decoded(content)
    except Refused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused(_too_large()) from None
    except Exception:  # a decoder may fail in any way on a broken file
        raise Refused(f"The file is broken, or not {KINDS}.") from None
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    png = file.getvalue()
    return Logo(png, image.width, image.height, sha256(png).hexdigest())


def _decoded(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
        # The size stands in the head of the file: nothing is decoded yet.
        if opened.width * opened.height > MAX_PIXELS:
            raise Refused(_too_large())
        opened.load()
        upright = ImageOps.exif_transpose(opened)
        is_transparent = upright.mode in WITH_ALPHA or "transparency" in upright.info
        image = upright.convert("RGBA" if is_transparent else "RGB")
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    # Profiles, comments and positions of cameras would be written along.
    image.info = {}
    return image


def _too_large() -> str:
    return f"The image has more than {MAX_PIXELS // 1_000_000} million pixels. Make it smaller."
