"""The papers' numbers as data, and what an editor decided to draw from them. Knows nothing of Markdown, disks, drawing.

    dataset(edition) -> Dataset      the tables of `docs/data`, the pictures of its `pictures.yml`, their faults
"""

from edition.dataset.forms import PictureForm
from edition.dataset.model import Dataset, Row, Table
from edition.dataset.reading import FOLDER, dataset

__all__ = ["Dataset", "FOLDER", "PictureForm", "Row", "Table", "dataset"]
