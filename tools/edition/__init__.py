"""Build tools of the digital edition: source texts in, annotated Markdown out."""

__version__ = "0.2.0"
