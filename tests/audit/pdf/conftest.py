"""Makes PDFs as cities publish them: tagged or not, with text or as a scan, with bookmarks or without."""

from __future__ import annotations

from collections.abc import Callable

import pytest

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_TEXT = b"BT /F1 12 Tf 20 100 Td (Notice) Tj ET"
_SCAN = b"0.5 g 0 0 200 200 re f"

Make = Callable[..., bytes]


@pytest.fixture(scope="session")
def make_pdf() -> Make:
    """A PDF with ``texts`` pages of text and ``scans`` pages without; the rest is there when it is asked for."""

    def make(
        texts: int = 1,
        scans: int = 0,
        *,
        tagged: bool = False,
        language: str = "",
        title: str = "",
        shown: bool = False,
        bookmarks: bool = False,
    ) -> bytes:
        streams = [_TEXT] * texts + [_SCAN] * scans
        pages = [f"{4 + 2 * at} 0 R" for at in range(len(streams))]
        after = 4 + 2 * len(streams)
        catalog = b"<< /Type /Catalog /Pages 2 0 R"
        if tagged:
            catalog += f" /MarkInfo << /Marked true >> /StructTreeRoot {after} 0 R".encode()
        if language:
            catalog += f" /Lang ({language})".encode()
        if shown:
            catalog += b" /ViewerPreferences << /DisplayDocTitle true >>"
        if bookmarks:
            catalog += f" /Outlines {after + 2} 0 R".encode()
        objects = [
            catalog + b" >>",
            f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(pages)}] >>".encode(),
            _FONT,
        ]
        for at, stream in enumerate(streams):
            objects += [
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents {5 + 2 * at} 0 R "
                "/Resources << /Font << /F1 3 0 R >> >> >>".encode(),
                f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream",
            ]
        objects += [
            f"<< /Type /StructTreeRoot /K {after + 1} 0 R >>".encode(),
            f"<< /Type /StructElem /S /Document /P {after} 0 R >>".encode(),
            f"<< /Type /Outlines /First {after + 3} 0 R /Last {after + 3} 0 R /Count 1 >>".encode(),
            f"<< /Title (1) /Parent {after + 2} 0 R >>".encode(),
            b"<< /Title <" + b"FEFF" + title.encode("utf-16-be").hex().encode() + b"> >>",
        ]
        return _file(objects, info=len(objects) if title else None)

    return make


def _file(objects: list[bytes], info: int | None) -> bytes:
    """Objects as a file, with the table of where each begins."""
    body, starts = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(body))
        body += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = b"".join(f"{start:010} 00000 n \n".encode() for start in starts)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R{f' /Info {info} 0 R' if info else ''} >>"
    return body + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
        + table
        + f"trailer\n{trailer}\nstartxref\n{len(body)}\n%%EOF\n".encode()
    )
