"""Serving the workbook as a page: the launcher, what guards it, and the page's template."""
