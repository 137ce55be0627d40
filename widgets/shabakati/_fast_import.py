"""The one place that keeps Altair's import short.

jsonschema, which Altair imports, tries `rfc3987_syntax`; that package builds a Lark grammar for
two seconds when it is imported. All that is lost without it is the check of "iri" formats.
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
