/** How far the middle of Golos Text lies above its baseline, in parts of the type size. */
const halfHeight = 0.35;

/**
 * Paints on a canvas what charts and maps are drawn of: paths, rectangles, circles and lines of text in groups that are moved and
 * scaled. The page's typeface is used, which an svg as an image would not have, and no policy need allow images of our own making.
 *
 * @throws Error for an element that no drawing of ours has: half a picture would pass for a whole one
 */
export function paintSvg(context: CanvasRenderingContext2D, parent: Element, typeface: string): void {
  for (const element of parent.children) {
    context.save();
    paint(context, element, typeface);
    context.restore();
  }
}

const number = (element: Element, name: string): number => Number(element.getAttribute(name) ?? 0);

function paint(context: CanvasRenderingContext2D, element: Element, typeface: string): void {
  switch (element.localName) {
    case "title":
    case "desc":
      return;
    case "g":
      move(context, element.getAttribute("transform") ?? "");
      return paintSvg(context, element, typeface);
    case "text":
      return write(context, element, typeface);
    default:
      return fillAndStroke(context, element, shapeOf(element));
  }
}

function move(context: CanvasRenderingContext2D, transform: string): void {
  for (const [, kind, numbers = ""] of transform.matchAll(/(\w+)\(([^)]*)\)/gu)) {
    const [x = 0, y = x] = numbers.split(/[\s,]+/u).map(Number);
    if (kind === "scale") context.scale(x, y);
    else context.translate(x, y);
  }
}

function shapeOf(element: Element): Path2D {
  const at = (name: string): number => number(element, name);
  const path = new Path2D(element.getAttribute("d") ?? "");
  if (element.localName === "rect") path.rect(at("x"), at("y"), at("width"), at("height"));
  else if (element.localName === "circle") path.arc(at("cx"), at("cy"), at("r"), 0, 2 * Math.PI);
  else if (element.localName !== "path") throw new Error(`Pictures have no element <${element.localName}>`);
  return path;
}

function fillAndStroke(context: CanvasRenderingContext2D, element: Element, path: Path2D): void {
  const fill = element.getAttribute("fill") ?? "black";
  if (fill !== "none") {
    context.fillStyle = fill;
    context.fill(path, element.getAttribute("fill-rule") === "evenodd" ? "evenodd" : "nonzero");
  }
  const hatch = element.getAttribute("data-hatch");
  if (hatch !== null) paintHatch(context, path, hatch);
  if (hasStroke(context, element)) context.stroke(path);
}

/** Slanted lines, as fine as on the page whatever the scale, inside the path alone. */
function paintHatch(context: CanvasRenderingContext2D, path: Path2D, colour: string): void {
  const { width, height } = context.canvas;
  context.save();
  context.clip(path, "evenodd");
  const unit = context.getTransform().a;
  context.resetTransform();
  context.strokeStyle = colour;
  context.lineWidth = 1.5 * hatchUnit(unit);
  context.beginPath();
  for (let at = -height; at < width; at += 9 * hatchUnit(unit)) {
    context.moveTo(at, height);
    context.lineTo(at + height, 0);
  }
  context.stroke();
  context.restore();
}

const hatchUnit = (scale: number): number => Math.max(1, Math.min(2, scale));

function hasStroke(context: CanvasRenderingContext2D, element: Element): boolean {
  const stroke = element.getAttribute("stroke") ?? "none";
  if (stroke === "none") return false;
  context.strokeStyle = stroke;
  context.lineWidth = Number(element.getAttribute("stroke-width") ?? 1);
  context.lineJoin = element.getAttribute("stroke-linejoin") === "round" ? "round" : "miter";
  context.setLineDash(
    (element.getAttribute("stroke-dasharray") ?? "").split(/[\s,]+/u).flatMap((part) => Number(part) || []),
  );
  return true;
}

function write(context: CanvasRenderingContext2D, element: Element, typeface: string): void {
  const size = number(element, "font-size");
  const anchor = element.getAttribute("text-anchor");
  const drop = element.getAttribute("dominant-baseline") === "central" ? halfHeight * size : 0;
  context.font = `${element.getAttribute("font-weight") ?? "400"} ${size}px ${typeface}`;
  context.textAlign = anchor === "middle" ? "center" : anchor === "end" ? "right" : "left";
  const [text, x, y] = [element.textContent, number(element, "x"), number(element, "y") + drop];
  // The ground around a text lies below it.
  if (hasStroke(context, element)) context.strokeText(text, x, y);
  context.fillStyle = element.getAttribute("fill") ?? "black";
  context.fillText(text, x, y);
}
