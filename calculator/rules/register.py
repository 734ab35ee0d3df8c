"""The closed set of shapes, by the name that data gives them."""

from collections.abc import Mapping
from types import MappingProxyType

from calculator.rules.age import Age
from calculator.rules.best_of import BestOf
from calculator.rules.brackets import Brackets
from calculator.rules.flat import Flat
from calculator.rules.per_unit import PerUnit
from calculator.rules.shape import Shape
from calculator.rules.steps_above import StepsAbove
from calculator.rules.sum_capped import SumCapped
from calculator.rules.tiers import Tiers
from calculator.rules.unpublished import Unpublished

SHAPES: Mapping[str, type[Shape]] = MappingProxyType(
    {
        "age": Age,
        "best_of": BestOf,
        "brackets": Brackets,
        "flat": Flat,
        "per_unit": PerUnit,
        "steps_above": StepsAbove,
        "sum_capped": SumCapped,
        "tiers": Tiers,
        "unpublished": Unpublished,
    }
)
