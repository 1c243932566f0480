"""How forms show themselves: label, hint, error, control, tied together for screen readers."""

from django import forms
from django.forms.renderers import DjangoTemplates


class BoundField(forms.BoundField):
    """A field that dresses its control; `unit` of the widget is printed after it."""

    def build_widget_attrs(self, attrs: dict, widget: forms.Widget | None = None) -> dict:
        """The attributes of the control, with its classes."""
        attrs = super().build_widget_attrs(attrs, widget)
        shown = widget or self.field.widget
        look = self._look(shown)
        classes = [shown.attrs.get("class", ""), look, "is-error" if look and self.errors else ""]
        if joined := " ".join(name for name in classes if name):
            attrs["class"] = joined
        return attrs

    def _look(self, widget: forms.Widget) -> str:
        if self.is_choices or widget.is_hidden or isinstance(widget, forms.CheckboxInput):
            return ""
        return "select" if isinstance(widget, forms.Select) else "form-control"

    @property
    def unit(self) -> str:
        """What the figure is counted in, printed after the control."""
        return getattr(self.field.widget, "unit", "")

    @property
    def is_choices(self) -> bool:
        """Whether the control is a group of radio buttons or tick boxes."""
        return isinstance(self.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)


class Renderer(DjangoTemplates):
    """Renders `{{ form }}` and `{{ form.name.as_field_group }}` by our templates."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
    bound_field_class = BoundField
