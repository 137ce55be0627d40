"""Questions by what they ask for, as they were first and as they are now."""

from __future__ import annotations

import altair as alt
import pandas as pd

from shabakati.charts.parts import ROW, WIDEST, Table, finish, lines_where_narrow
from shabakati.charts.words import wrapped
from shabakati.coach.finding import Kind
from shabakati.coach.keeping import kinds
from shabakati.language import direction, say
from shabakati.look.theme import tokens


def questions(answers: pd.DataFrame) -> alt.LayerChart:
    """How many of the questions that were kept are of each kind, before and after.

    Parameters
    ----------
    answers : DataFrame of the book; may be empty, then all bars are.

    Returns
    -------
    A chart of two bars for each kind: grey as first typed, in the accent as kept.
    """
    look, mirrored, found = tokens(), direction() == "rtl", kinds(answers)
    before, after = found["before"].value_counts(), found["after"].value_counts()
    shown = [k for k in Kind if k is not Kind.NOT_A_QUESTION or k in {*before.index, *after.index}]
    words = {"before": say("charts.questions.before"), "after": say("charts.questions.after")}
    most = max([*before.tolist(), *after.tolist(), 1])
    values = [
        {
            "kind": wrapped(say(f"coach.kind.{kind.value}"), 16),
            "word": say(f"coach.kind.{kind.value}"),
            "when": words[when],
            "order": place,
            "questions": int(counts.get(kind.value, 0)),
            "label": str(int(counts.get(kind.value, 0))),
        }
        for kind in shown
        for place, (when, counts) in enumerate((("before", before), ("after", after)))
    ]
    order = [wrapped(say(f"coach.kind.{kind.value}"), 16) for kind in shown]
    axis = alt.Axis(**lines_where_narrow(), title=None, labelPadding=12)
    base = alt.Chart(alt.NamedData(name="rows")).encode(
        y=alt.Y("kind:N", sort=order, axis=axis, scale=alt.Scale(paddingInner=0.3)),
        yOffset=alt.YOffset("when:N", sort=list(words.values())),
        x=alt.X("questions:Q", axis=None, scale=alt.Scale(domain=[0, 1.18 * most], nice=False)),
    )
    fill = base.mark_bar(cornerRadius=4).encode(
        color=alt.Color(
            "when:N",
            sort=list(words.values()),
            scale=alt.Scale(
                domain=list(words.values()), range=[look.group["none"], look.colour.accent]
            ),
            legend=alt.Legend(title=None),
        ),
        tooltip=[alt.Tooltip("word:N"), alt.Tooltip("when:N"), alt.Tooltip("label:N")],
    )
    number = base.mark_text(
        align="right" if mirrored else "left", dx=-8 if mirrored else 8, aria=False
    ).encode(text="label:N")
    chart = alt.layer(fill, number).properties(
        width="container", height=(ROW + 12) * len(shown), datasets={"rows": values}
    )
    columns = {
        "word": say("charts.questions.kind"),
        "when": say("charts.questions.when"),
        "questions": say("charts.questions.count"),
    }
    opened = int(after.get(Kind.OPEN.value, 0))
    says = say(
        "charts.questions.says",
        n=len(found),
        before=int(before.get(Kind.OPEN.value, 0)),
        after=opened,
    )
    return finish(chart, says, [Table("rows", columns)], width=WIDEST)
