"""The closed set of shapes, by the name that data gives them, in the order of the guide.

A new shape is one more room in this folder and one more line here. The key is the room's name.
"""

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
        "flat": Flat,
        "per_unit": PerUnit,
        "tiers": Tiers,
        "steps_above": StepsAbove,
        "brackets": Brackets,
        "age": Age,
        "best_of": BestOf,
        "sum_capped": SumCapped,
        "unpublished": Unpublished,
    }
)
