"""The standard streams, whatever became of them: closed from the start, a full disk, a reader that has left."""

from __future__ import annotations

import os
import sys


def say(text: str = "") -> None:
    """One line of result, on standard output."""
    try:
        sys.stdout.write(text + "\n")
    except OSError as error:
        _let_go(error, 1, "standard output")


def tell(text: str) -> None:
    """One line about progress, on standard error, so that a pipe gets results alone."""
    try:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()
    except OSError as error:
        _let_go(error, 2, "standard error")


def hand_over() -> None:
    """Pass on what was said and is still held back."""
    try:
        sys.stdout.flush()
    except OSError as error:
        _let_go(error, 1, "standard output")


def complain(text: str) -> None:
    """Say on standard error why the program ends; if nobody can be told, the exit code has to do."""
    try:
        tell(text)
    except OSError:
        return


def open_what_is_closed() -> None:
    """Give a closed standard stream an end that takes everything, before a file of ours gets its number."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - as long as the process
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def _let_go(error: OSError, descriptor: int, name: str) -> None:
    """Name the stream in the error. A reader of a pipe that has left, as `head` does, is none: the work goes on."""
    # What could not be written is still held back: it must not fail once more when Python ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
    if not isinstance(error, BrokenPipeError):
        error.filename = name
        raise error
