// A chart of which only the rows are other than before keeps its drawing: marks move in it.

const shapeOf = (spec) =>
  JSON.stringify({ ...spec, datasets: undefined, description: undefined, usermeta: undefined });

/** Show these datasets in a running view in place of those shown; resolves when it is drawn. */
async function showRows(view, shown, next) {
  for (const [name, rows] of Object.entries(next)) {
    if (JSON.stringify(shown[name]) === JSON.stringify(rows)) continue;
    view.data(name, structuredClone(rows)); // Vega writes on the rows that it is given
  }
  await view.runAsync();
}
