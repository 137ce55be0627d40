// Shared by the scripts of this room. Whatever is shown goes in as text, never as HTML.

function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "data") {
      for (const [name, word] of Object.entries(value)) if (word != null) node.dataset[name] = word;
    }
    else if (key === "checked" || key === "disabled" || key === "open") node[key] = value;
    else if (key === "value") node.value = value;
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  node.append(...children.flat(2).filter((c) => c !== undefined && c !== null && c !== false));
  return node;
}

let lastId = 0;
const newId = () => `sh-${Date.now().toString(36)}-${++lastId}`;

const filled = (words, values) =>
  words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));

function later(wait, act) {
  let timer;
  const run = (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...args), wait);
  };
  run.cancel = () => clearTimeout(timer);
  return run;
}

