const label = {
  fill: "var(--ink)",
  stroke: "var(--paper)",
  "stroke-width": "4",
  "stroke-linejoin": "round",
  "font-weight": "560",
  "text-anchor": "middle",
  "dominant-baseline": "central",
};

/**
 * How what src/styles/map.css draws by class looks in a picture, which no style sheet reaches: attributes of SVG, colours by their
 * tokens. A test compares the two.
 */
export const mapInk: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(
    [1, 2, 3, 4].map((shade) => [`shade-${shade}`, { fill: `var(--map-${shade})`, stroke: "var(--ink-soft)" }]),
  ),
  few: { fill: "var(--paper)", stroke: "var(--ink-soft)", "data-hatch": "var(--ink-faint)" },
  "no-residents": { fill: "var(--paper)", stroke: "var(--ink-soft)" },
  outside: { stroke: "var(--ink)", "stroke-width": "3.5" },
  outline: { fill: "none" },
  names: label,
  tile: label,
};
