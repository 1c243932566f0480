"""Charts: a declarative description goes in, SVG comes out; paint is a class, never a style."""
