"""Intent to Blueprint to Device: pure passes, listed in `pipeline.py`.

The compiler assumes an Intent that passed the checks; it decides, and never reports.
"""

from netgen.compiler.pipeline import compile_site, lower_site, plan_all, plan_site, plan_trust, slice_for

__all__ = ["compile_site", "lower_site", "plan_all", "plan_site", "plan_trust", "slice_for"]
