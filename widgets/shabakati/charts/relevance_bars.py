"""People by how well they fit one's goals, each with the reason."""

from __future__ import annotations

import altair as alt
import pandas as pd

from shabakati.charts.parts import WIDEST, Table, finish
from shabakati.charts.words import group_word, shown_name
from shabakati.insight.relevance import relevance as fits
from shabakati.language import direction, say
from shabakati.look.theme import tokens

SHOWN = 12  # people; the rest are counted in the text
STEP = 56  # px, the height of a row: a line of text and its bar
END = 1.0  # the best fit
_NAME = 22  # characters of a name above its bar


def relevance(people: pd.DataFrame, goals: pd.DataFrame) -> alt.LayerChart:
    """The people who fit the open goals best; a bar's length is the fit, from 0 to 1.

    Parameters
    ----------
    people : DataFrame, index `id`, with `name, group, organisation, role, field, topics,
        can_help`; may be empty.
    goals : DataFrame, index `id`, with `organisations, roles, topics, state`; may be empty.

    Returns
    -------
    A chart of up to 12 bars in the colours of the groups, name and reason above each.
    """
    look = tokens()
    found = fits(people, goals)
    shown = found.head(SHOWN)
    values = []
    for place, (id_, row) in enumerate(shown.iterrows()):
        group = people.at[id_, "group"]
        name = shown_name(str(people.at[id_, "name"]), _NAME)
        why = say(f"charts.relevance.{row['reason']}")
        full = say(f"insight.relevance.{row['reason']}", about=shown_name(str(row["about"])))
        values.append(
            {
                "row": f"{place:02d}",
                "person": int(str(id_)),
                "short": name,
                "reason": why,
                "name": shown_name(str(people.at[id_, "name"])),
                "why": full,
                "group": group_word(group),
                "fit": round(float(row["score"]), 2),
                "end": END,
                "colour": look.group[group if isinstance(group, str) else "none"],
                "says": say("charts.relevance.bar", name=name, why=full, fit=f"{row['score']:.2f}"),
            }
        )
    y = alt.Y("row:N", axis=None, scale=alt.Scale(paddingInner=0.72, paddingOuter=0.4))
    x = alt.X("fit:Q", axis=None, scale=alt.Scale(domain=[0, END], nice=False))
    base = alt.Chart(alt.NamedData(name="rows")).encode(y=y)
    track = base.mark_bar(color=look.colour.empty, cornerRadius=4, aria=False).encode(
        x=alt.X("end:Q", axis=None)
    )
    fill = base.mark_bar(cornerRadius=4).encode(
        x=x,
        color=alt.Color("colour:N", scale=None, legend=None),
        description=alt.Description("says:N"),
        tooltip=alt.Tooltip("says:N"),
    )
    chart = alt.layer(
        track,
        fill,
        _line(base, "short:N", at_start=True).encode(color=alt.value(look.colour.ink)),
        _line(base, "reason:N", at_start=False).encode(color=alt.value(look.colour.quiet)),
    ).properties(width="container", height=STEP * max(len(values), 1), datasets={"rows": values})
    columns = {
        "name": say("schema.people.name"),
        "why": say("charts.relevance.why"),
        "group": say("schema.people.group"),
        "fit": say("charts.relevance.fit"),
    }
    says = say("charts.relevance.says", n=len(found), all=len(people))
    return finish(chart, says, [Table("rows", columns)], width=WIDEST)


def _line(base: alt.Chart, field: str, at_start: bool) -> alt.Chart:
    """Text above each bar, at the reader's start or at the other side."""
    right = (direction() == "rtl") == at_start
    return base.mark_text(
        align="right" if right else "left", dy=-20, fontSize=tokens().font.small, aria=False
    ).encode(x=alt.XValue(alt.ExprRef("width") if right else 0), text=field)
