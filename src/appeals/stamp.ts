/** Places in a page that are filled for each appeal. */
export const slots = ["title", "description", "id", "month", "monthAddress", "body"] as const;
/** Places in a page that are filled for each bundle of appeals. */
export const bundleSlots = ["title", "lead", "name", "body"] as const;
type Slot = (typeof slots)[number] | (typeof bundleSlots)[number];

/** How a place to be filled is written in the frame. */
export function slot(name: Slot): string {
  return `{{${name}}}`;
}

/**
 * Turns a rendered frame into a function that fills it and gives the bytes of the page. What all pages share is encoded
 * once.
 *
 * @param places all that it has
 * @throws where the frame lacks one of the places
 */
export function createStamp<Place extends Slot>(
  frame: string,
  places: readonly Place[],
): (fill: Readonly<Record<Place, string>>) => Uint8Array {
  const pieces = frame.split(/\{\{(\w+)\}\}/);
  const missing = places.filter((name) => !pieces.includes(name));
  if (missing.length > 0) throw new Error(`The frame of the appeal pages has no place for: ${missing.join(", ")}`);
  const parts = pieces.map((piece, at) => (at % 2 === 0 ? Buffer.from(piece) : (piece as Place)));
  return (fill) => {
    const filled = new Map(places.map((name) => [name, Buffer.from(fill[name])]));
    return Buffer.concat(parts.map((part) => (typeof part === "string" ? filled.get(part)! : part)));
  };
}
