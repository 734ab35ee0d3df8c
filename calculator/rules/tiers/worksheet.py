"""How a row of the shape ``tiers`` is worked out on paper."""

from calculator.rules.tiers.rule import Tiers
from calculator.rules.worksheet import Places, signed


def instructions(shape: Tiers, _: Places) -> list[str]:
    """The points of each choice of each ladder; of several ladders the highest."""
    is_alone = len(shape.ladders) == 1
    sentences = []
    for ladder in shape.ladders:
        choices = ladder.fact.choices or {}
        steps = [f"{choices[step]} {signed(points)}" for step, points in ladder.steps.items()]
        verb = "写" if is_alone else "查数"
        sentences.append(f"按{ladder.fact.label}{verb}：{'；'.join([*steps, '其他 0'])}。")
    return sentences if is_alone else [*sentences, "写查到的数中大的一个。"]
