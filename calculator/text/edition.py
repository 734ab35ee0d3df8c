"""Which edition is in force for a benefit, and from when until when, in Chinese."""

from datetime import date

from calculator.standard.editions import Editions
from calculator.standard.standard import Standard, Track
from calculator.values.chinese import format_day


def describe_days_in_force(track: Track) -> str:
    """The days on which an edition is in force for a track, what was not seen of them included."""
    phrases = [f"{track.first or '起始日未见'} 至 {track.last or '截止日未见'}"]
    if track.used_from or track.used_until:
        used = f"{track.used_from or track.first} 至 {track.used_until or '今'}"
        phrases.append(f"见到使用的是 {used}")
    if track.replaced_by:
        phrases.append(f"后一版是 {track.replaced_by}")
    return "，".join(phrases)


def full_title(standard: Standard) -> str:
    """The title with the edition behind it in brackets."""
    return f"{standard.title}（{standard.edition}）"


def describe_period(track: Track, period: tuple[date, date] | None) -> str:
    """The days on which an edition is in force for a track, in a sentence.

    ``period``: first and last day as ``Editions.period`` gives them, None where no source says.
    """
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


def describe_other_edition(
    editions: Editions, in_force: Standard | None, track: Track, today: date
) -> str:
    """Which other edition is in force for the track today; ``in_force`` None: no source says.

    Then what is known of that time is added (``Editions.gap``).
    """
    day = format_day(today)
    if in_force:
        return f"{day}管{track.plain}的是另一版：{full_title(in_force)}。"
    return f"{day}管{track.plain}的是哪一版，公开来源没有见到。{editions.gap(track.id, today)}"
