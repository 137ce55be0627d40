"""Workbooks for tests, in each format: rows of cells by the names of their sheets."""

import datetime as dt
import io
import struct
import zipfile
from xml.sax.saxutils import escape

import xlsxwriter

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def xlsx(**sheets):
    """As Excel writes it."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"strings_to_formulas": False, "strings_to_urls": False})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(row, column, cell, day)
                elif cell is not None:
                    sheet.write(row, column, cell)
    book.close()
    return data.getvalue()


def ods(**sheets):
    """As LibreOffice writes it, with its empty rows and columns to the very end."""
    tables = ""
    for name, rows in sheets.items():
        lines = "".join(
            f"<table:table-row>{''.join(map(_ods_cell, row))}"
            '<table:table-cell table:number-columns-repeated="16000"/>'
            "</table:table-row>"
            for row in rows
        )
        tables += (
            f'<table:table table:name="{escape(name)}">{lines}'
            '<table:table-row table:number-rows-repeated="1048000">'
            '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
            "</table:table>"
        )
    return ods_of(tables)


def ods_of(tables):
    """The archive around the XML of its tables."""
    spaces = " ".join(
        f'xmlns:{name}="{_OFFICE}:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}>'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_OFFICE}:manifest:1.0"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{_ODS}"/></manifest:manifest>'
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", _ODS, zipfile.ZIP_STORED)
        made.writestr("content.xml", content)
        made.writestr("META-INF/manifest.xml", manifest)
    return data.getvalue()


def _ods_cell(cell):
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, dt.date):
        kind = f'office:value-type="date" office:date-value="{cell}"'
    elif isinstance(cell, int | float):
        kind = f'office:value-type="float" office:value="{cell}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{escape(str(cell))}</text:p></table:table-cell>"


def xls(*rows, name="Sheet1"):
    """As Excel 97 wrote it: one sheet of BIFF8 records, in one compound file."""
    bof, end = (0x0809, "<HHHHLL", 0x0600), _record(0x000A)
    label = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    head = _record(bof[0], struct.pack(bof[1], bof[2], 0x0005, 0, 0, 0, 6))
    where = len(head) + 4 + 6 + len(label) + len(end)
    stream = head + _record(0x0085, struct.pack("<LBB", where, 0, 0) + label) + end
    stream += _record(bof[0], struct.pack(bof[1], bof[2], 0x0010, 0, 0, 0, 6))
    width = max(map(len, rows))
    stream += _record(0x0200, struct.pack("<LLHHH", 0, len(rows), 0, width, 0))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(cell, int | float):
                stream += _record(0x0203, place + struct.pack("<d", cell))
            elif cell:
                text = cell.encode("utf-16-le")
                stream += _record(0x0204, place + struct.pack("<HB", len(text) // 2, 1) + text)
    return _compound(stream + end)


def _record(kind, data=b""):
    return struct.pack("<HH", kind, len(data)) + data


def locked():
    """As Excel writes a workbook with a password: its archive, encrypted, in a compound file."""
    return _compound(b"\x55" * 5_000, "EncryptedPackage")


def _compound(stream, name="Workbook"):
    """A compound file (MS-CFB) with one stream: table, directory, then its data."""
    size = max(4096, -(-len(stream) // 512) * 512)
    sectors = size // 512
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    chain += [0xFFFFFFFF] * (128 - len(chain))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<LLLLLLLLL", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<L", 0) + b"\xff" * (4 * 108)
    directory = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    directory += _entry(name, 2, 2, size) + bytes(2 * 128)
    return header + struct.pack("<128L", *chain) + directory + stream.ljust(size, b"\0")


def _entry(name, kind, start, size, child=0xFFFFFFFF):
    text = (name + "\0").encode("utf-16-le")
    none = 0xFFFFFFFF
    return struct.pack(
        "<64sHBBLLL16xL16xLQ", text, len(text), kind, 1, none, none, child, 0, start, size
    )
