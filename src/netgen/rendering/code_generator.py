"""How a template becomes Python: as Jinja2 does it, without what our templates never ask for.

A view has plain attributes and no items, so `port.vlan` is a Python attribute access and not a search
in three places. Texts that stand together are joined into one piece, since every piece travels through
the generators of all templates that include this one. What is strict stays so: an attribute that is
missing raises AttributeError, an undefined name and a None stop the render.
"""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


class ViewCodeGenerator(CodeGenerator):
    """Jinja2's own code generator with four shorter roads. The text of a template is the same by both."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja2 names it
        """`(value).name` instead of `environment.getattr(value, "name")`."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A method of a value is called as it is: none of ours asks for Jinja2's context."""
        if not isinstance(node.node, nodes.Getattr) or node.kwargs or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """One `yield` for the whole node: constant text and values, joined."""
        if frame.buffer is not None or frame.require_output_check or len(node.nodes) == 1:
            super().visit_Output(node, frame)
            return
        finalize = self._make_finalize()
        self.writeline("yield ''.join((", node)
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                self.write(repr(child.data))
            else:
                self._output_child_pre(child, frame, finalize)
                self.visit(child, frame)
                self._output_child_post(child, frame, finalize)
            self.write(", ")
        self.write("))")

    # The three arguments of the next two are Jinja2's; what a value becomes depends on none of them.

    def _output_child_pre(
        self,
        node: nodes.Expr,  # noqa: ARG002
        frame: Frame,  # noqa: ARG002
        finalize: CodeGenerator._FinalizeInfo,  # noqa: ARG002
    ) -> None:
        """Most values are texts or numbers, which need no check for None; a text needs no `str()` either."""
        self.write("(t_value if (t_value := ")

    def _output_child_post(
        self,
        node: nodes.Expr,  # noqa: ARG002
        frame: Frame,  # noqa: ARG002
        finalize: CodeGenerator._FinalizeInfo,  # noqa: ARG002
    ) -> None:
        self.write(").__class__ is str else str(t_value) if t_value.__class__ is int")
        self.write(" else str(environment.finalize(t_value)))")

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:  # noqa: N802
        """Refuses `set` outside of a loop, where the name would reach other files."""
        if frame.toplevel:
            self.fail("`set` at the top of a file reaches other files; use `with`", node.lineno)
        super().visit_Assign(node, frame)
