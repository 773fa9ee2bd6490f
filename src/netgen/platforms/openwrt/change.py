"""OpenWrt is not pushed yet: its safe way in, `uci apply` with a rollback over ubus, needs a web server on the box.

The text leaves no web server on the access point, and SSH has no timer that would undo a bad change.
"""

from __future__ import annotations

from netgen.platforms.change_rules import ChangeRules

CHANGE = ChangeRules(
    platform="openwrt",
    driver="",
    send="none",
    reason="the only undo that OpenWrt has by itself (ubus, apply with rollback) needs a web server, which is "
    "off here: render, read the text, import it with uci by hand",
    grammar="indent",
    # What the first boot found out about the board.
    carried=("config globals ",),
    secret_patterns=(
        r"\boption (?:key|auth_secret|acct_secret|auth_pass|privacy_pass)",
    ),
)  # fmt: skip
