"""An estimate in Chinese: the total, what it rests on, and the whole as text."""

from typing import Final

from calculator.scoring.estimate import Estimate
from calculator.standard.passport import CONFIDENCE
from calculator.text.edition import describe_days_in_force
from calculator.values.chinese import format_interval, format_points
from calculator.values.interval import INFINITY, Interval
from calculator.values.number import Bound

ESTIMATE_ONLY: Final = "这是估算，以官方系统审核结果为准。"

IF_NOTHING_IS_DEDUCTED: Final = "没有扣分的话，"
"""What points are told with that may still lose any number to deductions."""


def describe_part(estimate: Estimate, part: str) -> str:
    """The points of a part, and how many of its items are not counted: those are not 0 points."""
    not_counted = set(estimate.not_counted)
    left = [
        item for item in estimate.standard.items if item.part == part and item.id in not_counted
    ]
    counted = any(line.item.part == part for line in estimate.lines)
    if left and not counted:
        return "未计入"
    points = format_interval(estimate.parts[part])
    return f"{points}（{len(left)} 项未计入）" if left else points


def describe_total(estimate: Estimate) -> str:
    """The total in one sentence, a range by its two ends.

    While open deductions leave it no lower end, that before deductions: what is certain of it.
    """
    points = estimate.against_cutoffs
    begins = "按您的回答，" if points.is_exact else "您目前"
    if estimate.deductions_are_endless:
        begins = IF_NOTHING_IS_DEDUCTED
    return f"{begins}{describe_ends(points)}。"


def describe_ends(points: Interval) -> str:
    """Points by their two ends, as the end of a sentence.

    >>> describe_ends(Interval(560, 560)), describe_ends(Interval(160, 560))
    ('共 560 分', '至少 160 分，最多 560 分')
    """
    if points.is_exact:
        return f"共 {format_points(points.low)}"
    least = "下限不定" if points.low == -INFINITY else f"至少 {format_points(points.low)}"
    most = "没有上限" if points.high == INFINITY else f"最多 {format_points(points.high)}"
    return f"{least}，{most}"


def describe_reservations(estimate: Estimate) -> list[str]:
    """What the total rests on or leaves out: a list of sentences, empty where there is nothing."""
    sentences = []
    if estimate.void:
        sentences.append("有一票否决的情况，总分作废。")
    elif estimate.void is None:
        sentences.append("有没有一票否决的情况还不清楚，有的话总分作废。")
    limits = estimate.standard.limits
    if limits and limits.floor is not None and estimate.total.low == limits.floor:
        sentences.append(f"总分不低于 {format_points(limits.floor)}。")
    if estimate.inferred.high:
        at_most = "" if estimate.inferred.is_exact else "最多"
        sentences.append(f"其中{at_most} {format_points(estimate.inferred.high)}为推定。")
    if estimate.declared:
        sentences.append(f"其中 {len(estimate.declared)} 项按您填写的官方告知分值计入。")
    if estimate.not_counted:
        sentences.append(f"另有 {len(estimate.not_counted)} 项分值未公布，未计入。")
    return sentences


def describe_narrowing(points: Bound) -> str:
    """By how much an answer may narrow the total; ``points`` may be infinite.

    >>> describe_narrowing(400), describe_narrowing(INFINITY)
    ('最多能确定 400 分', '这一项没有上限，答了才看得出最多多少分')
    """
    if points == INFINITY:
        return "这一项没有上限，答了才看得出最多多少分"
    return f"最多能确定 {format_points(points)}"


def report_estimate(estimate: Estimate) -> str:
    """The whole estimate as text, one line for each item."""
    standard = estimate.standard
    labels = {item.id: item.label for item in standard.items}
    title = f"{standard.title}（{standard.edition}），{estimate.on.isoformat()} 的情况"
    lines = [title]
    if estimate.track:
        track = standard.tracks[estimate.track]
        lines.append(f"{track.label}适用这一版：{describe_days_in_force(track)}。")
    if standard.notice:
        lines.append(standard.notice)
    lines += [describe_total(estimate) + "".join(describe_reservations(estimate)), ""]
    for line in estimate.lines:
        points = f"{line.item.label}：{format_interval(line.points)}"
        lines.append(f"{points}。{line.why}。{CONFIDENCE[line.confidence]}。")
    if estimate.not_counted:
        lines += ["", "未计入：" + "、".join(labels[item] for item in estimate.not_counted)]
    if estimate.unknown:
        asked = [standard.questions[fact].fact.label for fact in estimate.unknown]
        lines += ["", "先答这几题，分数最清楚：" + "、".join(asked)]
    if estimate.ignored:
        lines += ["", "本版不用：" + "、".join(estimate.ignored)]
    return "\n".join([*lines, "", ESTIMATE_ONLY])
