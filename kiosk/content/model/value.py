"""What all parts of a page share."""

from typing import Any, ClassVar


class Value:
    """A frozen value of the model; no key but its own, and its docstrings explain the keys to editors."""

    __slots__ = ()

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "use_attribute_docstrings": True}
    """Read by pydantic when files are checked; the kiosk itself runs without it."""
