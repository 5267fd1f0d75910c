"""What a room offers but is slow to load, and not needed by most, is loaded when somebody asks for it (PEP 562)."""

from collections.abc import Callable, Mapping
from importlib import import_module


def opened_later(room: str, offers: Mapping[str, str]) -> Callable[[str], object]:
    """Return the `__getattr__` of a room that offers each of these names out of the module that is named with it."""
    def get(name: str) -> object:
        if name not in offers:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        return getattr(import_module(offers[name]), name)
    return get
