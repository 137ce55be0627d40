// A person is put on another ring: dragged, or pressed and then the ring, or by the keys 1 to 4
// and 0. The mark stands there at once; Python is told, and its chart follows.

const FAR = 6; // px that a pointer moves before it drags
const EDGE = 0.12; // of the map's radius, beyond its rim, that still counts as its last ring
const RING_OF_KEY = { 1: 0, 2: 1, 3: 2, 4: 3, 0: 4 };

function makePlacing(chart, modes, light) {
  const pending = new Map(); // id -> ring, until Python's chart says the same
  let held = null, lit = null;

  /** A pointer's place in the map: x, y in px of the drawing, and its ring or null. */
  function at(event) {
    const { half, above } = chart.known.map;
    const frame = chart.plot.querySelector(".mark-group.role-frame");
    const { x, y } = new DOMPoint(event.clientX, event.clientY)
      .matrixTransform(frame.getScreenCTM().inverse());
    const unit = chart.view.width() / (2 * half);
    const away = Math.hypot(x - half * unit, y - above * unit) / unit;
    const rings = chart.rows.areas.map(({ ring, outer }) => ({ ring, outer }));
    const last = Math.max(...rings.map(({ outer }) => outer));
    const inside = rings.filter(({ outer }) => away <= (outer === last ? outer + EDGE : outer));
    return { x, y, ring: inside.length ? Math.min(...inside.map(({ ring }) => ring)) : null };
  }

  function lightRing(ring) {
    if (lit === ring) return;
    lit = ring;
    for (const node of drawnNodes(chart.plot)) {
      const row = rowOf(node);
      if (row && "cell" in row && "inner" in row) {
        node.classList.toggle("shabakati-lit", row.ring === ring);
      }
    }
  }

  const nameOf = (ring) => chart.rows.areas.find((row) => row.ring === ring)?.closeness
    ?? chart.words().unset;

  const nodesOf = (id) => drawnNodes(chart.plot).filter((node) => personOf(node) === id);

  function carry(id, place) {
    const own = held?.id === id ? held.nodes.filter((node) => node.isConnected) : [];
    for (const node of own.length ? own : nodesOf(id)) {
      if (node.tagName === "text") node.classList.toggle("shabakati-gone", place !== null);
      else node.style.transform = place ? `translate(${place.x}px, ${place.y}px)` : "";
    }
  }

  /** These datasets with those people moved who are on their way. */
  function settled(datasets) {
    const moved = new Map();
    const people = (datasets.people ?? []).map((row) => {
      if (pending.get(row.id) === row.ring) pending.delete(row.id);
      const ring = pending.get(row.id);
      const place = ring === undefined ? undefined : row.places?.[ring];
      if (!place) return row;
      const [x, y] = place;
      moved.set(row.id, { x, y });
      return { ...row, x, y, ring, closeness: nameOf(ring), label: undefined };
    });
    if (!moved.size) return datasets;
    const ties = datasets.ties.map((row) => {
      const [a, b] = [moved.get(row.a), moved.get(row.b)];
      return { ...row, ...a, ...(b && { x2: b.x, y2: b.y }) };
    });
    return { ...datasets, people, ties };
  }

  async function place(id, ring) {
    const row = chart.person(id);
    if (!row || (pending.get(id) ?? row.ring) === ring) return;
    pending.set(id, ring);
    // The mark is moved as it is drawn: the chart's own way takes longer, and follows.
    carry(id, row.places?.[ring] ? inside(row.places[ring]) : null);
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    lightRing(null);
    chart.model.send({ kind: "place", id, ring });
    chart.say(fill(chart.words().placed, { name: row.name, closeness: nameOf(ring) }));
    await chart.refresh();
    carry(id, null);
  }

  function inside([x, y]) {
    const { half, above } = chart.known.map;
    const unit = chart.view.width() / (2 * half);
    return { x: (x + half) * unit, y: (above - y) * unit };
  }

  function drop(event) {
    if (!held) return;
    const { id, moved } = held;
    light.hideTag();
    const { ring } = moved ? at(event) : { ring: null };
    const stays = ring === null || ring === (pending.get(id) ?? chart.person(id)?.ring);
    if (moved && event.type === "pointerup" && !stays) place(id, ring);
    else if (moved) {
      carry(id, null);
      lightRing(null);
    }
    held = null;
  }

  chart.root.addEventListener("pointerdown", (event) => {
    const id = chart.plot.contains(event.target) ? personOf(event.target) : undefined;
    if (modes.now !== "place" || event.button || id === undefined) return;
    held = { id, nodes: nodesOf(id), x: event.clientX, y: event.clientY, moved: false };
  });
  chart.root.addEventListener("pointermove", (event) => {
    if (!held) return;
    if (!held.moved) {
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < FAR) return;
      held.moved = true;
      chart.root.setPointerCapture(event.pointerId);
      modes.pick(null);
    }
    const point = at(event);
    carry(held.id, point);
    lightRing(point.ring);
    const name = chart.person(held.id)?.name ?? "";
    const closeness = point.ring === null ? "" : nameOf(point.ring);
    light.showTag(fill(chart.words().placed, { name, closeness }), event.clientX, event.clientY - 12);
  });
  // Browsers do not ask the parts of a drawing for their `touch-action`: the page would scroll.
  const hold = (event) => { if (held && event.cancelable) event.preventDefault(); };
  chart.root.addEventListener("touchmove", hold, { passive: false });
  chart.root.addEventListener("pointerup", drop);
  chart.root.addEventListener("pointercancel", drop);
  chart.root.addEventListener("click", (event) => {
    if (modes.now !== "place" || modes.picked === null) return;
    if (!chart.plot.contains(event.target) || personOf(event.target) !== undefined) return;
    const { ring } = at(event);
    const id = modes.picked;
    if (ring === null) return;
    modes.pick(null);
    place(id, ring);
  });

  return { place, settled, forget: () => pending.clear() };
}
