"""Products with stars and marks, machines, what enterprises do for productivity, brands."""

from tiendo.products.models.brands import MARKS, Brand, BrandKind
from tiendo.products.models.improvements import CERTIFIED, TECHNOLOGY, Improvement, Means
from tiendo.products.models.products import (
    Awarded,
    Evaluator,
    Level,
    Machine,
    Maker,
    MechanicalProduct,
    OcopGroup,
    OcopProduct,
    Stars,
    TypicalGroup,
    TypicalProduct,
)

__all__ = [
    "CERTIFIED",
    "MARKS",
    "TECHNOLOGY",
    "Awarded",
    "Brand",
    "BrandKind",
    "Evaluator",
    "Improvement",
    "Level",
    "Machine",
    "Maker",
    "Means",
    "MechanicalProduct",
    "OcopGroup",
    "OcopProduct",
    "Stars",
    "TypicalGroup",
    "TypicalProduct",
]
