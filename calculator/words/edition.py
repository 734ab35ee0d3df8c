"""Which edition rules a benefit, and from when until when."""

from datetime import date

from calculator.editions import Editions
from calculator.standard import Standard, Track
from calculator.words.days import day_in_words


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


def rules_in_words(track: Track, period: tuple[date, date] | None) -> str:
    """How long an edition rules a track, as far as public sources tell."""
    if period is None:
        return f"{track.plain}从哪天起按这一版，公开来源没有见到。"
    first, last = period
    from_day = f"{track.plain}从 {day_in_words(first)}起按这一版"
    if track.first is None:
        from_day = f"公开来源见到，{track.plain}从 {day_in_words(first)}起按这一版"
    if last == date.max:
        return f"{from_day}，没有见到哪天为止。"
    if track.last is None and track.used_until == last:
        return f"{from_day}，见到用于 {day_in_words(last)}以前。"
    return f"{from_day}，到 {day_in_words(last)}为止。"


def ruling_in_words(
    editions: Editions, standard: Standard | None, track: Track, today: date
) -> str:
    """Which edition rules the track today, or what is known where no source says."""
    day = day_in_words(today)
    if standard:
        return f"{day}管{track.plain}的是另一版：{full_title(standard)}。"
    return f"{day}管{track.plain}的是哪一版，公开来源没有见到。{editions.gap(track.id, today)}"
