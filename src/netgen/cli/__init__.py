"""The command line: arguments, printing and exit codes. Everything else lives in the other rooms.

Exit codes: 0 done; 1 a difference, a failed verdict or a refused push; 2 wrong input or usage;
3 an internal error, which is ours; 130 interrupted.
"""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys

from netgen.cli.streams import complain, hand_over, open_what_is_closed

#: New objects between two looks of the garbage collector. Hardly anything that netgen makes is garbage in a cycle, and
#: Python's own 700 would have it look through every imported module hundreds of times.
_COLLECT_EVERY = 1_000_000

EXIT_OK, EXIT_FAILED, EXIT_INPUT, EXIT_INTERNAL, EXIT_INTERRUPTED = 0, 1, 2, 3, 130


def main() -> None:
    """Run the command line; never end in a traceback unless NETGEN_DEBUG is set."""
    gc.set_threshold(_COLLECT_EVERY)
    open_what_is_closed()
    try:
        # Being told to end is like Ctrl-C: what was staged is taken away again.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        if signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:  # not under nohup
            signal.signal(signal.SIGHUP, signal.default_int_handler)
        from netgen.cli.app import app  # noqa: PLC0415 - so that an interrupt during start-up is caught too

        try:
            app(standalone_mode=True)
        finally:
            hand_over()
    except KeyboardInterrupt:
        complain("\ninterrupted")
        sys.exit(EXIT_INTERRUPTED)
    except SystemExit as end:
        if end.code == EXIT_INTERRUPTED:  # the library of the command line caught the interrupt
            complain("\ninterrupted")
        raise
    except OSError as error:
        if os.environ.get("NETGEN_DEBUG"):
            raise
        place = f"`{error.filename}`" if error.filename else "a file"
        is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        help_ = "make room on that disk" if is_full else "name a place that exists and that you may use"
        complain(
            f"error[CLI015]: cannot read or write {place}: {error.strerror or type(error).__name__}\n  help: {help_}"
        )
        sys.exit(EXIT_INPUT)
    except Exception as error:
        if os.environ.get("NETGEN_DEBUG"):
            raise
        kind = type(error).__name__
        complain(
            f"internal error: {kind} (this is a bug of netgen; run again with NETGEN_DEBUG=1 for the trace)"
        )
        sys.exit(EXIT_INTERNAL)
