"""What the page's scripts send to the calculator and what they get back: every key, typed once.

Imported for type checkers only, and by the build, which writes ``calculator/page/page_api.d.ts``
from it (``python -m calculator.publish.page.typescript``). Nothing of it is in the browser.

Texts are Chinese sentences or phrases, ready to be shown. A field's name is a fact's id, that of
the second parent with ``fields.OTHER`` before it.
"""

from collections.abc import Mapping
from typing import NotRequired, TypedDict

from calculator.standard.conditions import State
from calculator.values.interval import JsonInterval


class FormRequest(TypedDict):
    """The form as it stands: fields as typed, an empty one unknown; days as YYYY-MM-DD."""

    standard: str
    track: str
    on: str
    today: str
    fields: Mapping[str, str]


class OpenRequest(TypedDict):
    """A saved document, or a link's fragment."""

    today: str
    text: NotRequired[str]
    fragment: NotRequired[str]


class ProveRequest(TypedDict):
    """A golden case's table, and the answers that it does not repeat."""

    standard: str
    case: object
    all_no: object


class AboutRequest(TypedDict):
    """Nothing but the ask."""


class Requests(TypedDict):
    """By ``ask``, what the request holds beside it."""

    estimate: FormRequest
    later: FormRequest
    keep: FormRequest
    open: OpenRequest
    prove: ProveRequest
    about: AboutRequest


class OpenQuestion(TypedDict):
    """A question without an answer yet, what its answer tells, and whether few have it."""

    field: str
    label: str
    gain: str
    rare: bool


class OpenQuestions(TypedDict):
    """``next``: the question to ask first; ``then``: where that is rare, the first that is not."""

    next: OpenQuestion | None
    then: OpenQuestion | None


class PartPoints(TypedDict):
    """The points of one part of the total."""

    label: str
    text: str


class Counted(OpenQuestions):
    """What is said of one person's points and of a family's.

    ``against_cutoffs``: the total, or that before deductions while open ones leave it no lower end;
    words then say so.
    """

    against_cutoffs: JsonInterval
    reservations: list[str]
    parts: list[PartPoints]


class Family(Counted):
    """Two parents' points: those that count, and whose they are."""

    whose: str


class Line(TypedDict):
    """An item's points. ``declared``: they were told officially; ``members``: rows of a group."""

    item: str
    part: str
    label: str
    points: JsonInterval
    text: str
    why: str
    declared: bool
    confidence_words: str
    clause: str | None
    members: list["Line"]


class NotCounted(TypedDict):
    """An item without a public figure, and the field for points officially told."""

    label: str
    field: str


class Estimate(Counted):
    """One person's points, line by line."""

    lines: list[Line]
    not_counted: list[NotCounted]


class NewerEdition(TypedDict):
    """What is in force for the benefit today instead; ``standard`` null where none is known."""

    standard: str | None
    text: str


class Edition(TypedDict):
    """The chosen edition, and how long it rules the benefit."""

    id: str
    title: str
    text: str
    newer: NewerEdition | None


class Verdict(TypedDict):
    """The points that count, how they stand to the latest lines, which answer may add most."""

    points: str
    before_deductions: bool
    against: str
    open: str


class RangeMark(TypedDict):
    """A past line, from ``at`` to ``to``."""

    at: float
    to: float
    label: str
    newest: bool


class RangeChart(TypedDict):
    """The total as a bar: solid from ``zero`` to ``certain``, hatched on to ``open``.

    Places are percentages of the width.
    """

    certain: float
    open: float
    zero: float
    open_ended: bool
    marks: list[RangeMark]
    text: str


class Condition(TypedDict):
    """A condition of the benefit, and how it stands for the person."""

    state: State
    state_words: str
    label: str
    text: str
    clause: str | None
    confidence_words: str


class Conditions(TypedDict):
    """Whether the person may apply, and why."""

    verdict: State
    text: str
    rows: list[Condition]


class Window(TypedDict):
    """When one may apply: the edition's own time, or its successor's where that is over."""

    label: str
    text: str
    words: str


class PastCutoff(TypedDict):
    """A past line, and how the total stands to it."""

    when: str
    area: str
    text: str
    against: str
    note: str
    confidence_words: str


class Past(TypedDict):
    """The past lines of the benefit."""

    text: str
    rows: list[PastCutoff]


class Material(TypedDict("For", {"for": str})):  # no name of a class's body may be a keyword
    """A paper to bring, and what it is for.

    ``sure``: whatever the open answers are; ``who``: whose it is of two parents, where only theirs.
    """

    label: str
    sure: bool
    who: str


class Contact(TypedDict):
    """Where to apply."""

    text: str
    clause: str | None


class Messages(TypedDict):
    """About fields, by name. ``errors``: what is wrong, so that the field counts as unknown.

    ``understood``: how an answer was read that is no plain number; ``doubts``: a question about one
    that hardly anybody has, which counts as given.
    """

    errors: dict[str, str]
    understood: dict[str, str]
    doubts: dict[str, str]


class NotEstimated(Messages):
    """Edition, benefit or day are missing or wrong."""

    edition: Edition | None
    estimate: None


class OfBenefit(TypedDict):
    """What depends on the benefit: null without one, or where there is nothing of it."""

    family: Family | None
    picture: RangeChart | None
    verdict: Verdict | None
    conditions: Conditions | None
    other_conditions: Conditions | None
    window: Window | None
    past: Past | None


class Estimated(Messages, OfBenefit):
    """The result; ``other`` and ``other_conditions`` are the second parent's."""

    edition: Edition
    estimate: Estimate
    other: Estimate | None
    papers: list[Material]
    contact: Contact | None
    disclaimer: str


class ComingDay(TypedDict):
    """The total on a day to come."""

    on: str
    label: str
    text: str


class Outlook(TypedDict):
    """The coming days; ``lines``: when each past line is reached; ``text``: what is assumed."""

    rows: list[ComingDay]
    lines: list[str]
    text: str


class Tick(TypedDict):
    """A label along an axis."""

    at: float
    text: str


class ChartPoint(TypedDict):
    """A day's total from ``low`` to ``high``, null where it has no upper end."""

    at: float
    low: float
    high: float | None
    text: str


class ChartLine(TypedDict):
    """A past line, from ``at`` to ``to``."""

    at: float
    to: float
    label: str


class OutlookChart(TypedDict):
    """Days from left to right, points from bottom to top, both in percent."""

    ticks: list[Tick]
    levels: list[Tick]
    points: list[ChartPoint]
    lines: list[ChartLine]
    text: str


class NextStep(TypedDict):
    """What gives more points; of two parents ``who`` takes it, and what the family gains."""

    text: str
    gain_text: str
    label: str
    who: str
    farther: bool
    costs: str


class ChangedItem(TypedDict):
    """An item whose points differ between two editions."""

    label: str
    was: str
    now: str


class AskedAgain(TypedDict):
    """A question of the other edition that no answer of this one settles."""

    label: str
    text: str


class Compared(TypedDict):
    """One person under another edition; ``same``: how many items make no difference."""

    text: str
    rows: list[ChangedItem]
    same: int
    ask_again: list[AskedAgain]


class OtherEdition(Compared):
    """Another edition of the benefit; ``other``: the second parent under it."""

    standard: str
    title: str
    other: Compared | None


class Later(TypedDict):
    """What the page asks for when it is idle; nothing where nothing can be estimated."""

    outlook: Outlook | None
    chart: OutlookChart | None
    steps: list[NextStep]
    editions: list[OtherEdition]


class Kept(TypedDict):
    """The answers that fit, as a document and as a fragment; ``left_out``: why others do not."""

    name: str
    document: str
    fragment: str
    left_out: list[str]


class Opened(TypedDict):
    """The fields of a document, and a note on everything in it that no longer fits.

    ``standard`` and ``track`` are null where it does not say, or says what there is no more.
    """

    standard: str | None
    track: str | None
    on: str
    fields: dict[str, str]
    notes: list[str]


class Refused(TypedDict):
    """Why nothing can be kept or opened."""

    error: str


class Proved(TypedDict):
    """Whether a golden case comes out right, and what differs."""

    ok: bool
    text: str


class ShippedEdition(TypedDict):
    """An edition that the module brings."""

    id: str
    title: str


class About(TypedDict):
    """What runs here; ``module``: the archive's fingerprint, null outside the browser."""

    python: str
    module: str | None
    standards: list[ShippedEdition]


class Answers(TypedDict):
    """By ``ask``, the answer."""

    estimate: Estimated | NotEstimated
    later: Later
    keep: Kept | Refused
    open: Opened | Refused
    prove: Proved
    about: About
