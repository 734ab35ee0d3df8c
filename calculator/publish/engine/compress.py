"""Compressed copies of files, for hosts that send prepared ones or compress nothing at all."""

import gzip
from functools import cache

import brotli


def copies(files: dict[str, bytes]) -> dict[str, bytes]:
    """Each file compressed both ways, named as hosts look for such copies."""
    packed = {f"{name}.gz": gzipped(content) for name, content in files.items()}
    return packed | {f"{name}.br": brotlied(content) for name, content in files.items()}


@cache
def gzipped(content: bytes) -> bytes:
    """The content compressed with gzip, without the time of this machine."""
    return gzip.compress(content, 9, mtime=0)


@cache
def brotlied(content: bytes) -> bytes:
    """The content compressed with Brotli, at quality 9: 11 takes a minute and saves a tenth."""
    return bytes(brotli.compress(content, quality=9, lgwin=24))
