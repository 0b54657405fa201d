"""Archives, opened as if they wanted to explode: every part is read up to a limit, and nothing is unpacked to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from saralau.documents.model import DocumentError

LARGEST = 64 * 1024 * 1024  # bytes of a file, or of one part unpacked: reading takes eleven times as much memory
MOST = 10_000  # parts of one archive
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Archive:
    """A ZIP archive in memory: a file that holds files, or an office document, which is one too."""

    name: str
    _zip: zipfile.ZipFile

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of the files in it, folders aside."""
        names = (entry.filename for entry in self._zip.infolist())
        return tuple(name for name in names if name and not name.endswith("/"))

    def read(self, part: str) -> bytes:
        """The bytes of a part; DocumentError if it is damaged, encrypted, or unpacks to more than LARGEST."""
        inside = f"{self.name}!{part}"
        try:
            entry = self._zip.getinfo(part)
            if entry.flag_bits & 1:
                raise DocumentError("archive-encrypted", name=inside)
            if entry.compress_type not in _READABLE:
                raise DocumentError("archive-method-unknown", name=inside)
            with self._zip.open(entry) as stream:
                data = stream.read(LARGEST + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as flaw:
            raise DocumentError("archive-damaged", name=inside, why=flaw) from None
        if len(data) > LARGEST:
            raise DocumentError("archive-explodes", name=inside, limit=LARGEST // 2**20)
        return data


def open_archive(data: bytes, name: str) -> Archive:
    """The archive in `data`; DocumentError if it is none or has too many parts."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as flaw:
        raise DocumentError("archive-damaged", name=name, why=flaw) from None
    if len(opened.infolist()) > MOST:
        raise DocumentError("archive-too-many-parts", name=name, limit=MOST)
    return Archive(name, opened)
