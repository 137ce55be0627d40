"""Dates become days that are counted many at once, and come back as the dates that they were."""

import datetime as dt

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from shabakati.insight.days import as_dates, as_days

DATES = st.lists(st.none() | st.dates())


@given(DATES)
def test_dates_of_every_year_come_back_as_they_were(dates):
    days = as_days(pd.Series(dates, dtype="object"))
    assert days.dtype == "datetime64[D]"
    assert as_dates(days).tolist() == dates
    assert as_dates(pd.Series(days)).tolist() == dates


@given(st.lists(st.dates(), min_size=2, max_size=2))
def test_days_are_as_far_apart_as_their_dates(dates):
    one, other = as_days(pd.Series(dates, dtype="object"))
    assert (other - one) / np.timedelta64(1, "D") == (dates[1] - dates[0]) / dt.timedelta(1)
