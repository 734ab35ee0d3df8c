"""How a row of the shape ``age`` is worked out on paper."""

from calculator.rules.age.rule import Age
from calculator.rules.worksheet import Places, signed


def instructions(shape: Age, _: Places) -> list[str]:
    """A sentence for each band, both ends inside."""
    sentences = []
    for band in shape.bands:
        figure = f"写 {signed(band.figure)}"
        if band.per_year_younger:
            younger = f"用 {band.oldest} 减去周岁，乘以 {signed(band.per_year_younger)}"
            figure = f"{younger}，再加 {signed(band.figure)}"
        sentences.append(f"{band.youngest} 至 {band.oldest} 周岁的，{figure}。")
    return [*sentences, "其他的，写 0。"]
