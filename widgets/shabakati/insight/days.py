"""A column of dates as days of numpy, which are compared and counted many at once; and back."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

Days = npt.NDArray[np.datetime64]


def as_days(dates: pd.Series) -> Days:
    """Dates as days (datetime64[D]); what is missing is NaT."""
    return pd.to_datetime(dates).to_numpy().astype("datetime64[D]")


def as_dates(days: pd.Series | Days) -> npt.NDArray[np.object_]:
    """Days as dates of the calendar; NaT as None."""
    return np.asarray(days).astype("datetime64[D]").astype(object)
