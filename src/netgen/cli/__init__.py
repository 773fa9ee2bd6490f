"""The command line: arguments, printing and exit codes. Everything else lives in the other rooms.

Exit codes: 0 done; 1 a difference, a failed verdict or a refused push; 2 wrong input or usage;
3 an internal error, which is ours; 130 interrupted.
"""

from __future__ import annotations

import gc
import os
import signal
import sys

#: New objects between two looks of the garbage collector. Hardly anything that netgen makes is garbage in a cycle, and
#: Python's own 700 would have it look through every imported module hundreds of times.
_COLLECT_EVERY = 1_000_000

EXIT_OK, EXIT_FAILED, EXIT_INPUT, EXIT_INTERNAL, EXIT_INTERRUPTED = 0, 1, 2, 3, 130


def main() -> None:
    """Run the command line; never end in a traceback unless NETGEN_DEBUG is set."""
    gc.set_threshold(_COLLECT_EVERY)
    try:
        # Being told to end is like Ctrl-C: what was staged is taken away again.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        from netgen.cli.app import app  # noqa: PLC0415 - so that an interrupt during start-up is caught too

        app(standalone_mode=True)
    except KeyboardInterrupt:
        print("\ninterrupted", file=sys.stderr)  # noqa: T201 - this is the place that prints
        sys.exit(EXIT_INTERRUPTED)
    except BrokenPipeError:
        # The reader of a pipe has left, as `head` does: not an error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(EXIT_OK)
    except OSError as error:
        if os.environ.get("NETGEN_DEBUG"):
            raise
        place = f"`{error.filename}`" if error.filename else "a file"
        words = f"error[CLI015]: cannot read or write {place}: {error.strerror or type(error).__name__}"
        print(f"{words}\n  help: name a place that exists and that you may use", file=sys.stderr)  # noqa: T201
        sys.exit(EXIT_INPUT)
    except Exception as error:
        if os.environ.get("NETGEN_DEBUG"):
            raise
        kind = type(error).__name__
        print(  # noqa: T201
            f"internal error: {kind} (this is a bug of netgen; run again with NETGEN_DEBUG=1 for the trace)",
            file=sys.stderr,
        )
        sys.exit(EXIT_INTERNAL)
