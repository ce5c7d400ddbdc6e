"""Builds the DOCX and PDF samples from `content/*.outline`: `python samples/build.py [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from builder.docx_files import docx_bytes
from builder.outline import read_outlines
from builder.pdf_files import pdf_bytes

SAMPLES = Path(__file__).parent
WRITERS = {"docx": docx_bytes, "pdf": pdf_bytes}


def main(folder: Path) -> None:
    """Writes every sample that is built into the folder and says which."""
    for path in sorted((SAMPLES / "content").glob("*.outline")):
        for name, outline in read_outlines(path).items():
            form = outline.line("format")
            target = folder / f"{name}.{form}"
            target.write_bytes(WRITERS[form](outline))
            print(target)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES)
