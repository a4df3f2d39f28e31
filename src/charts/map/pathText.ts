/** Rings as an SVG path: see DrawnPlace. */
export function pathText(rings: readonly (readonly number[])[]): string {
  return rings
    .map(([x = 0, y = 0, ...steps]) => {
      const ways = steps.map((step, at) => `${at > 0 && step >= 0 ? " " : ""}${step}`);
      return `M${x} ${y}l${ways.join("")}z`;
    })
    .join("");
}
