"""Which edition rules a benefit, and from when until when."""

from calculator.standard import Track


def days_in_force(track: Track) -> str:
    """From when until when an edition rules a track, and what was not seen of it."""
    said = [f"{track.first or '起始日未见'} 至 {track.last or '截止日未见'}"]
    if track.used_from or track.used_until:
        used = f"{track.used_from or track.first} 至 {track.used_until or '今'}"
        said.append(f"见到使用的是 {used}")
    if track.replaced_by:
        said.append(f"后一版是 {track.replaced_by}")
    return "，".join(said)
