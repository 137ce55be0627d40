"""Which files a picker offers as contacts; what a file is, its content alone says."""

from __future__ import annotations

# A phone's picker greys out whatever is of no kind listed here. iPhones go by the kind that an
# ending or a MIME type stands for, Android by the MIME type that the app holding the file claims:
# a card is a `text/vcard`, `text/x-vcard` or `text/directory` there, a CSV often plain text or
# Excel's, and what the app does not know is an `application/octet-stream`.
_ENDINGS = (".zip", ".csv", ".tsv", ".txt", ".vcf", ".xlsx", ".xls", ".ods")
_TYPES = (
    "text/vcard",
    "text/x-vcard",
    "text/directory",
    "text/csv",
    "text/comma-separated-values",
    "text/tab-separated-values",
    "text/plain",
    "application/csv",
    "application/zip",
    "application/x-zip-compressed",
    "application/vnd.ms-excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/octet-stream",
)

ACCEPT = (*_ENDINGS, *_TYPES)
