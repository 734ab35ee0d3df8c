"""A place: who has standards of its own, the benefits it knows, and its ways without points.

id = "suzhou"
name = "苏州市区"

[tracks.settlement]
label = "户籍准入"
plain = "落户"          # what people call it
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from calculator.answers.facts import Fact
from calculator.reading.table import Table, read_root
from calculator.standard.ways import NO_WAYS, Ways, read_ways


@dataclass(frozen=True, slots=True)
class PlaceTrack:
    """A benefit as the place names it; ``plain`` is what people call it."""

    id: str
    label: str
    plain: str


@dataclass(frozen=True, slots=True)
class Place:
    """A folder below ``standards/``, its editions apart."""

    id: str
    name: str
    tracks: Mapping[str, PlaceTrack]
    ways: Ways


def read_place(
    folder: str, place: Mapping[str, Any], ways: Mapping[str, Any] | None, facts: Mapping[str, Fact]
) -> Place:
    """The place of a folder, from ``place.toml`` and, where it is there, ``ways.toml``.

    Raises ``InputError`` with every fault of the first file that has any.
    """
    name, tracks = read_root(place, f"{folder}/place.toml", partial(_read, folder))
    found = NO_WAYS
    if ways is not None:
        read = partial(read_ways, facts=facts, tracks=tuple(tracks))
        found = read_root(ways, f"{folder}/ways.toml", read)
    return Place(folder, name, tracks, found)


def _read(folder: str, root: Table) -> tuple[str, dict[str, PlaceTrack]]:
    place_id = root.text("id")
    if place_id and place_id != folder:
        root.fault("id", place_id, f"文件夹的名称 {folder}")
    tracks = {}
    for track_id, table in root.tables("tracks"):
        tracks[track_id] = PlaceTrack(track_id, table.text("label"), table.text("plain"))
        table.reject_unknown_keys()
    if not tracks:
        root.fault("tracks", {}, "至少一种待遇，例如 [tracks.settlement]")
    return root.text("name"), tracks
