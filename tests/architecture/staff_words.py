"""Where the program looks up words of the staff screen (assets/staff.json)."""

import ast
from typing import Final

_CALLED: Final = {"words", "told", "_words", "many"}
"""Names of a StaffWords, and its method for one or several."""


def is_look_up(call: ast.Call) -> bool:
    """Whether a call looks up words by their name, which is its first argument."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in _CALLED and bool(call.args)
