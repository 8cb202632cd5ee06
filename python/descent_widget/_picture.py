"""The picture of a figure where no browser is: the project's own program, compiled to wasm."""

from __future__ import annotations

import functools
import locale
import pathlib
import tempfile
import warnings
from typing import Any, Mapping, Optional
from urllib.parse import quote, urlencode

_PROGRAM = pathlib.Path(__file__).parent / "static" / "figure.wasm"
_NAME = "descent-widget"


def query(settings: Mapping[str, Any]) -> str:
    """The state as a link has it, of what is set."""
    named = {name.replace("_", "-"): value for name, value in settings.items()}
    # What is true or false is about motion, which no picture has.
    texts = {name: value for name, value in named.items() if value is not None and not isinstance(value, bool)}
    # A plus sign in a formula is one; only blanks would be written as such.
    return urlencode(texts, quote_via=quote)


def language(known: Any) -> Optional[str]:
    """The language of the person whose Python this is, where it is one of these."""
    # `ko_KR` here, `Korean_Korea` there.
    name = (locale.getlocale()[0] or "")[:2].lower()
    return name if name in known else None


def draw(state: str) -> str:
    """The picture of a state as SVG; empty where the program cannot run.

    What the program does not take is said as a warning.
    """
    try:
        import wasmtime
    except (ImportError, OSError, RuntimeError):
        # There is no such library for this machine, in the browser's own Python for example.
        return ""
    if not _PROGRAM.is_file():
        # The package was built without.
        return ""
    with tempfile.TemporaryDirectory() as folder:
        try:
            _run(["figure", "--lenient", "--query", state, "-o", "/here/figure.svg"], pathlib.Path(folder))
        except wasmtime.WasmtimeError as error:
            warnings.warn(f"The picture could not be drawn: {error}", stacklevel=2)
        said = _text(pathlib.Path(folder) / "said.txt")
        for line in said.splitlines():
            warnings.warn(line[len(_NAME) + 2 :] if line.startswith(f"{_NAME}: ") else line, stacklevel=2)
        return _text(pathlib.Path(folder) / "figure.svg")


def _text(file: pathlib.Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _run(arguments: list[str], folder: pathlib.Path) -> None:
    """Runs the program, which sees this one folder, as ``/here``, and nothing else of the machine."""
    import wasmtime

    engine, program = _compiled()
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    surroundings = wasmtime.WasiConfig()
    surroundings.argv = [_NAME, *arguments]
    surroundings.preopen_dir(str(folder), "/here")
    surroundings.stderr_file = str(folder / "said.txt")
    store = wasmtime.Store(engine)
    store.set_wasi(surroundings)
    start: Any = linker.instantiate(store, program).exports(store)["_start"]
    start(store)


@functools.lru_cache(maxsize=None)
def _compiled() -> tuple[Any, Any]:
    """The program for this machine, which takes about a second, once."""
    import wasmtime

    engine = wasmtime.Engine()
    return engine, wasmtime.Module.from_file(engine, str(_PROGRAM))
