"""Live figures for notebooks: how SGD, Momentum and their successors move over a loss surface."""

from __future__ import annotations

import pathlib
import uuid
from typing import Any

import anywidget
import traitlets

from . import _picture
from ._settings import Settings

__all__ = ["DescentWidget"]


class DescentWidget(anywidget.AnyWidget, Settings):
    """One figure. Every setting is a keyword and a trait; ``None`` is its default.

    >>> DescentWidget(optimizers="sgd momentum", start=(-7, 2), steps=40).start
    '-7 2'
    """

    _esm = pathlib.Path(__file__).parent / "static" / "descent-widget.js"

    record = traitlets.Dict(help="Every recorded number, once a browser has shown the figure.").tag(sync=True)
    svg = traitlets.Unicode("", help="The picture, drawn here or by the first browser.").tag(sync=True)

    def __init__(self, **settings: Any) -> None:
        for name in settings:
            if not self.has_trait(name):
                raise TypeError(f"there is no setting {name!r}")
        self._display_id: str | None = None
        super().__init__(**settings)

    def to_svg(self) -> str:
        """The picture of the settings as they are, drawn without a browser; empty where that cannot be.

        Experiments on networks are trained for it, up to the shown step.
        """
        settings = {name: getattr(self, name) for name in Settings.class_own_traits()}
        settings["lang"] = self.lang or _picture.language(Settings.lang.values)
        return _picture.draw(_picture.query(settings))

    def _ipython_display_(self, **_: Any) -> None:
        from IPython.display import display

        # A race takes no time. Networks would keep a person waiting for what the browser trains
        # before their eyes.
        if self.lab in (None, "race") or _is_run_by_a_program():
            self.svg = self.to_svg()
        self._display_id = uuid.uuid4().hex
        data, metadata = self._bundle()
        display(data, metadata=metadata, raw=True, display_id=self._display_id)

    @traitlets.observe("svg")
    def _keep_the_picture(self, change: Any) -> None:
        """Puts a browser's first picture into an output that has none, which the notebook saves."""
        if change.old or not self._display_id:
            return
        from IPython.display import update_display

        data, metadata = self._bundle()
        update_display(data, metadata=metadata, raw=True, display_id=self._display_id)

    def _bundle(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """What stands in the output: the live figure, and the picture for places without."""
        bundle = self._repr_mimebundle_() or {}
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        if self.svg:
            data = {**data, "image/svg+xml": self.svg}
        return data, metadata


def _is_run_by_a_program() -> bool:
    """Whether the cell is run by nbconvert, papermill or the like: their requests say that nobody can be asked."""
    from IPython import get_ipython

    request = getattr(getattr(get_ipython(), "kernel", None), "get_parent", None)
    if request is None:
        return False
    return not request("shell").get("content", {}).get("allow_stdin", True)
