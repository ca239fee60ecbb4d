"""Logos come in whatever shape editors have, and leave as small PNGs without metadata."""

import io
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from careers import logos


def image(kind="PNG", size=(40, 20), mode="RGB", **options) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, "red" if mode != "P" else 0).save(file, kind, **options)
    return file.getvalue()


def opened(logo: logos.Logo) -> Image.Image:
    found = Image.open(io.BytesIO(logo.png))
    found.load()
    return found


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_raster_image_becomes_a_png(kind):
    logo = logos.encoded(image(kind))
    assert opened(logo).format == "PNG"
    assert opened(logo).size == (logo.width, logo.height) == (40, 20)


def test_a_large_image_is_made_small_in_its_proportions():
    logo = logos.encoded(image(size=(1000, 500)))
    assert (logo.width, logo.height) == (256, 128)


def test_what_is_transparent_stays_so():
    assert opened(logos.encoded(image(mode="RGBA"))).mode == "RGBA"
    assert opened(logos.encoded(image("JPEG", mode="CMYK"))).mode == "RGB"


def test_nothing_of_camera_place_and_comment_is_kept():
    exif = Image.Exif()
    exif[0x010F] = "Camera of somebody"
    taken = image("JPEG", exif=exif, comment=b"at home")
    assert b"Camera of somebody" in taken
    logo = logos.encoded(taken)
    assert b"Camera" not in logo.png
    assert b"at home" not in logo.png
    assert opened(logo).info == {}


def test_an_image_on_its_side_is_turned_as_its_camera_says():
    exif = Image.Exif()
    exif[0x0112] = 6
    logo = logos.encoded(image("JPEG", exif=exif))
    assert (logo.width, logo.height) == (20, 40)


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is larger than it is."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000)))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "SVG can hold scripts"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><!-- --><svg/>', "SVG can hold scripts"),
        (b"", "broken"),
        (b"GIF89a", "broken"),
        (b"not an image", "broken"),
        (image()[:60], "broken"),
        (image("BMP"), "broken, or not a PNG, JPEG, WebP or GIF"),
        (b"\0" * (logos.MAX_UPLOAD + 1), "2 MB are the most"),
        (bomb(6000, 6000), "25 million pixels"),
        (bomb(12_000, 12_000), "25 million pixels"),
        (bomb(60_000, 60_000), "25 million pixels"),
    ],
    ids=["svg", "xml", "empty", "head", "text", "cut", "bmp", "large", "wide", "wider", "bomb"],
)
def test_what_is_no_small_raster_image_is_refused_with_the_remedy(content, says):
    with pytest.raises(logos.Refused, match=says):
        logos.encoded(content)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=80), st.integers(0, 70))
def test_a_broken_image_is_refused_and_nothing_worse(noise, at):
    good = image()
    with suppress(logos.Refused):
        logos.encoded(good[:at] + noise + good[at + len(noise) :])
