"""What holds on a day for a benefit, as the guide's pages say it first.

Their day is the last one on which the place's evidence was looked up: two builds of one source say
the same. What is known to end carries its last day, after which ``page/shared/today.js`` says so.
"""

from dataclasses import dataclass
from datetime import date

from calculator.standard.conditions import Condition
from calculator.standard.cutoffs import latest_cutoff
from calculator.standard.editions import Editions
from calculator.standard.in_force import of_place
from calculator.standard.papers import Papers
from calculator.standard.place import Place
from calculator.standard.standard import Standard
from calculator.standard.ways import Way, application_times
from calculator.standard.windows import Window
from calculator.text.ways import where_to_ask
from calculator.values.chinese import format_day, format_interval


@dataclass(frozen=True, slots=True)
class Today:
    """One benefit on one day: ways without points, then the edition that rules, or what is known.

    ``last_seen`` is the edition that was seen last where none is known to rule. ``line`` are the
    points of the latest line of the ruling edition; empty where none was seen. ``conditions``,
    ``times`` to apply and ``papers`` are that edition's too.
    """

    on: date
    ways: tuple[Way, ...]
    ruling: Standard | None
    until: date | None
    after: str
    last_seen: Standard | None
    gap: str
    line: str
    conditions: tuple[Condition, ...]
    times: tuple[Window, ...]
    papers: tuple[Papers, ...]

    @property
    def where(self) -> str:
        """Where to go under the ruling edition."""
        return where_to_ask(self.ruling) if self.ruling else ""

    @property
    def unlisted(self) -> tuple[str, ...]:
        """Of what no list of papers was seen: ways by their titles, then by points."""
        titles = [way.title for way in self.ways if not way.materials]
        return (*titles, "按积分") if self.ruling and not self.papers else tuple(titles)

    @property
    def since(self) -> tuple[str, ...]:
        """What is known of the time since the last season that was seen, each once."""
        said = (way.reservation(self.on) for way in self.ways)
        return tuple(dict.fromkeys(filter(None, said)))

    def times_of(self, way: Way) -> list[Window]:
        """When the way is open, as far as seasons were seen."""
        return application_times(way.windows, way.track, self.on)


def today(place: Place, track: str, editions: Editions, on: date | None = None) -> Today:
    """What holds for a benefit of the place on the day, or on that of its latest evidence."""
    editions = of_place(editions, place.id)
    on = on or checked_on(place, editions)
    ruling = next(iter(editions.ruling(track, on)), None)
    period = editions.period(ruling, track) if ruling else None
    until = period[1] if period and period[1] < date.max else None
    cutoff = latest_cutoff(ruling.cutoffs, track, on) if ruling else None
    return Today(
        on=on,
        ways=place.ways.on(track, on),
        ruling=ruling,
        until=until,
        after=f"这一条只知道到 {format_day(until)}。{ruling.tracks[track].after}"
        if ruling and until
        else "",
        last_seen=None if ruling else editions.last_seen(track, on),
        gap="" if ruling else editions.gap(track, on),
        line=format_interval(cutoff.points) if cutoff else "",
        conditions=tuple(part for part in ruling.conditions if part.applies(track, on))
        if ruling
        else (),
        times=tuple(application_times(ruling.windows, track, on)) if ruling else (),
        papers=tuple(step for step in ruling.papers.values() if track in step.tracks)
        if ruling
        else (),
    )


def checked_on(place: Place, editions: Editions) -> date:
    """The last day on which the evidence of an edition or a way was looked up."""
    days = [standard.passport.checked_on for standard in editions.standards.values()]
    return max([*days, *(way.passport.checked_on for way in place.ways.ways)])
