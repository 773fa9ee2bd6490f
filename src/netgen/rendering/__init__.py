"""Device to text: one strict Jinja environment, and who asked for each line."""

from netgen.rendering.render import Line, render_device, render_view, trace_device

__all__ = ["Line", "render_device", "render_view", "trace_device"]
