"""Functions whose module is loaded when they are first called, so that nobody loads what his file does not need."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Generic, ParamSpec, TypeVar

Given = ParamSpec("Given")
Back = TypeVar("Back")


@dataclass(frozen=True)
class Deferred(Generic[Given, Back]):
    """The function that stands at `place`, "package.module:name"; called as that function is."""

    place: str

    def __call__(self, *args: Given.args, **kwargs: Given.kwargs) -> Back:
        """What the function gives back; raises what it raises."""
        return self.function()(*args, **kwargs)

    def function(self) -> Callable[Given, Back]:
        """The function itself, its module loaded. Raises `ImportError`, `AttributeError` where there is none."""
        module, _, name = self.place.partition(":")
        found: Callable[Given, Back] = getattr(import_module(module), name)
        return found
