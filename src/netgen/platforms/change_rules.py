"""What `rollout` must know of a platform to change it: how to send, compare and undo. Data only.

The same fields for every vendor, so that the executor never asks for a vendor by name. Patterns
are Python regular expressions that are matched at the start of a line without its indent.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Send = Literal["replace", "merge", "none"]


class ChangeRules(msgspec.Struct, frozen=True, kw_only=True):
    """How one platform is changed.

    driver: key of the adapter in `netgen.rollout.drivers`; empty when there is none.
    send: `replace` sends the whole text, `merge` a computed change set, `none` nothing (see `reason`).
    grammar: `indent` (IOS-like blocks) or `tree` (config / edit / set).
    """

    platform: str
    driver: str
    send: Send
    reason: str = ""
    grammar: Literal["indent", "tree"]
    default_port: int = 22
    default_username: str = ""
    default_credential: str = ""
    #: The device itself restores the old configuration when nobody confirms.
    timed: bool = False
    #: Seconds that the device needs to be back after it undid a change (a reboot on some).
    undo_takes_s: int = 30
    #: Why a pair of boxes of which one is active is not pushed; "" where it is.
    no_pairs: str = ""
    #: Kinds of health facts that the driver can answer.
    answers: tuple[str, ...] = ()
    #: Lines that never count in a comparison: headers, dates, what the device writes by itself.
    volatile_lines: tuple[str, ...] = ()
    #: First lines of blocks that never count.
    volatile_blocks: tuple[str, ...] = ()
    #: First lines of top-level lines and blocks that the device owns: licences, certificates, its own
    #: policers. They never count in a comparison, and a replacement carries them over as they are.
    carried: tuple[str, ...] = ()
    #: First lines of blocks that stay as they are when the intended text does not speak of them.
    carried_if_absent: tuple[str, ...] = ()
    #: Parts of a line that the device adds when it prints; left out of comparisons.
    added_words: tuple[str, ...] = ()
    #: First line and last line of free text that keeps its own indent.
    free_texts: tuple[tuple[str, str], ...] = ()
    #: The delimiter of free texts as it is printed, and as it must be sent; empty when they are the same.
    free_text_delimiter: tuple[str, str] | None = None
    #: First lines of blocks whose inner order has a meaning.
    ordered_blocks: tuple[str, ...] = ()
    #: Words before a secret; the value after them is compared by presence and masked when shown.
    secret_patterns: tuple[str, ...] = ()
    #: One level out needs an explicit `exit`, since the transport loses the indent.
    needs_exits: bool = False
    #: tree grammar: fields compared by presence, fields that the device owns (never compared, never unset).
    secret_fields: tuple[str, ...] = ()
    device_fields: tuple[str, ...] = ()
    #: tree grammar: table and field of what is compared when it is set and never unset.
    lasting_fields: tuple[tuple[str, str], ...] = ()
    #: tree grammar: tables whose rows all belong to netgen.
    owned_tables: tuple[str, ...] = ()
    #: tree grammar: sections that are netgen's alone, emptied when the intended text does not speak of them.
    owned_sections: tuple[str, ...] = ()
    #: tree grammar: table and pattern of the row names in it that belong to netgen. Rows that are owned
    #: in neither way are the maker's or a person's: never deleted, named in the plan.
    owned_rows: tuple[tuple[str, str], ...] = ()
    #: tree grammar: tables where a row that nobody asked for is a matter for a person.
    guarded_tables: tuple[str, ...] = ()
    #: tree grammar: rows that the maker ships and that may not be deleted.
    builtin_rows: tuple[str, ...] = ()
    #: tree grammar: tables whose row order has a meaning; a table in a section with `/` between their names.
    ordered_tables: tuple[str, ...] = ()
    #: tree grammar: section and tables in it, in the order in which their rows are deleted before anything else
    #: changes: those of the first table always, those of all where the whole section goes, whose rest goes after all
    #: else. Rows of a table are named by those of the tables before it: where one of the last table goes, all rows of
    #: the others go first and are made anew.
    early_tables: tuple[tuple[str, tuple[str, ...]], ...] = ()
    #: tree grammar: the last of a section's early tables, with `/` between their names, and the field that says what
    #: a row of it is. Two rows never have one value, so a row that gets another one goes first, too.
    identity_fields: tuple[tuple[str, str], ...] = ()
    #: tree grammar: table and field. A row that gets or loses the field is deleted first and made anew, since what it
    #: leads to before is in the way of what it leads to afterwards.
    remade_rows: tuple[tuple[str, str], ...] = ()
    #: tree grammar: tables that refer to others; their rows are deleted before anything else changes.
    referring_tables: tuple[str, ...] = ()
    #: tree grammar: tables that tunnels and others refer to; their rows are deleted after everything else.
    referred_tables: tuple[str, ...] = ()
    #: tree grammar: table and field whose members belong to one row at a time: a row gives up what it
    #: loses before another one takes it.
    exclusive_fields: tuple[tuple[str, str], ...] = ()
