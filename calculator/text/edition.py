"""Which edition rules a benefit, and from when until when."""

from datetime import date

from calculator.standard.editions import Editions
from calculator.standard.standard import Standard, Track
from calculator.values.chinese import format_day


def days_in_force(track: Track) -> str:
    """From when until when an edition rules a track, and what was not seen of it."""
    said = [f"{track.first or '起始日未见'} 至 {track.last or '截止日未见'}"]
    if track.used_from or track.used_until:
        used = f"{track.used_from or track.first} 至 {track.used_until or '今'}"
        said.append(f"见到使用的是 {used}")
    if track.replaced_by:
        said.append(f"后一版是 {track.replaced_by}")
    return "，".join(said)


def full_title(standard: Standard) -> str:
    """Title and edition."""
    return f"{standard.title}（{standard.edition}）"


def describe_rules(track: Track, period: tuple[date, date] | None) -> str:
    """How long an edition rules a track, as far as public sources tell."""
    if period is None:
        return f"{track.plain}从哪天起按这一版，公开来源没有见到。"
    first, last = period
    from_day = f"{track.plain}从 {format_day(first)}起按这一版"
    if track.first is None:
        from_day = f"公开来源见到，{track.plain}从 {format_day(first)}起按这一版"
    if last == date.max:
        return f"{from_day}，没有见到哪天为止。"
    if track.last is None and track.used_until == last:
        return f"{from_day}，见到用于 {format_day(last)}以前。"
    return f"{from_day}，到 {format_day(last)}为止。"


def describe_ruling(
    editions: Editions, standard: Standard | None, track: Track, today: date
) -> str:
    """Which edition rules the track today, or what is known where no source says."""
    day = format_day(today)
    if standard:
        return f"{day}管{track.plain}的是另一版：{full_title(standard)}。"
    return f"{day}管{track.plain}的是哪一版，公开来源没有见到。{editions.gap(track.id, today)}"
