"""The command ``garita``, also as ``python -m garita``: makes Ctrl-C quiet while modules load, then hands on to cli."""

from __future__ import annotations

import multiprocessing
import signal


def main() -> None:
    """Entry point."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing is open yet: simply end, without a traceback
    multiprocessing.freeze_support()  # in a frozen build this program is also its own child processes' program
    from garita.engines.child_main import serve_if_asked

    serve_if_asked()
    from garita.cli import main as command

    signal.signal(signal.SIGINT, signal.default_int_handler)
    command()


if __name__ == "__main__":
    main()
