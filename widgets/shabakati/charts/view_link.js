// Two people who know each other: one is pressed, then the other.

function linkPress(chart, modes, id) {
  if (modes.picked === null || modes.picked === id) return modes.choose(id);
  const a = modes.picked;
  modes.pick(null);
  chart.say("");
  chart.model.send({ kind: "link", a, b: id });
}
