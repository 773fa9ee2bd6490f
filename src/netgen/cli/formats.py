"""Reading the `--format` option."""

from __future__ import annotations

from netgen.cli.console import Format


def chosen_format(word: str) -> Format:
    """The format a person named; ends the command when there is none of that name."""
    try:
        return Format(word)
    except ValueError:
        from netgen.cli.estate import stop_with  # noqa: PLC0415 - only for a wrong word

        stop_with("CLI003", f"unknown format `{word[:20]}`", f"use one of {', '.join(Format)}")
        raise
