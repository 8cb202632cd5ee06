"""How settings are kept: what is not set is ``None``."""

from __future__ import annotations

from typing import Any

import traitlets


class Text(traitlets.Unicode):
    """Text; numbers or names in a row may be given as such: ``(-7, 2)`` is ``-7 2``."""

    def __init__(self, **more: Any) -> None:
        super().__init__(None, allow_none=True, **more)

    def validate(self, obj: Any, value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            value = " ".join(str(item) for item in value)
        return super().validate(obj, value)


class Number(traitlets.Union):
    """A whole number stays one."""

    def __init__(self, **more: Any) -> None:
        super().__init__([traitlets.Int(), traitlets.Float()], default_value=None, allow_none=True, **more)


class Choice(traitlets.Enum):
    """One of some names."""

    def __init__(self, *names: str, **more: Any) -> None:
        super().__init__(names, default_value=None, allow_none=True, **more)


class Flag(traitlets.Bool):
    """Present or absent."""

    def __init__(self, **more: Any) -> None:
        super().__init__(False, **more)
