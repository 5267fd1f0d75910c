"""Pictures on pages: what an editor has drawn from data, what the edition draws of itself, the pages that hold them."""

from edition.weaving.pictures.pages import overview_files, picture_files, with_pictures, write_themes

__all__ = ["overview_files", "picture_files", "with_pictures", "write_themes"]
