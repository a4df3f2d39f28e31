/**
 * A drawing context that writes SVG: the part of CanvasRenderingContext2D that Chart.js uses for lines, bars and axes.
 * Colours pass through as they are, so that `var(--ink)` follows the reader's theme; text stays text. Clipping is left
 * out, because a definition never has points outside its axes.
 */
export class SvgContext {
  fillStyle = "#000";
  strokeStyle = "#000";
  lineWidth = 1;
  lineCap = "butt";
  lineJoin = "miter";
  lineDashOffset = 0;
  miterLimit = 10;
  globalAlpha = 1;
  globalCompositeOperation = "source-over";
  font = "10px sans-serif";
  textAlign = "start";
  textBaseline = "alphabetic";
  readonly canvas: { width: number; height: number; style: Record<string, string> };

  #dash: number[] = [];
  #offset = { x: 0, y: 0 };
  #path = "";
  #pen = { x: 0, y: 0 };
  #saved: Record<string, unknown>[] = [];
  #halo: { text: string; colour: string; width: number } | null = null;
  #elements: { open: string; d: string | null; close: string }[] = [];
  readonly #measure: (text: string, font: string) => number;

  /** @param measure width in pixels of a text in a CSS font */
  constructor(width: number, height: number, measure: (text: string, font: string) => number) {
    this.canvas = { width, height, style: {} };
    this.#measure = measure;
  }

  /** The drawing so far, without the svg element around it. */
  content(): string {
    return this.#elements.map(({ open, d, close }) => (d === null ? open + close : `${open} d="${d}"/>`)).join("");
  }

  save(): void {
    const {
      fillStyle,
      strokeStyle,
      lineWidth,
      lineCap,
      lineJoin,
      lineDashOffset,
      globalAlpha,
      font,
      textAlign,
      textBaseline,
    } = this;
    this.#saved.push({
      fillStyle,
      strokeStyle,
      lineWidth,
      lineCap,
      lineJoin,
      lineDashOffset,
      globalAlpha,
      font,
      textAlign,
      textBaseline,
      dash: this.#dash,
      offset: this.#offset,
    });
  }
  restore(): void {
    const state = this.#saved.pop();
    if (!state) return;
    const { dash, offset, ...rest } = state;
    Object.assign(this, rest);
    this.#dash = dash as number[];
    this.#offset = offset as { x: number; y: number };
  }
  translate(x: number, y: number): void {
    this.#offset = { x: this.#offset.x + x, y: this.#offset.y + y };
  }
  rotate(angle: number): void {
    if (angle !== 0) throw new Error("Turned text is not drawn: labels are horizontal");
  }
  scale(): void {}
  setTransform(): void {
    this.#offset = { x: 0, y: 0 };
  }
  resetTransform(): void {
    this.#offset = { x: 0, y: 0 };
  }
  clip(): void {}
  clearRect(): void {}
  setLineDash(dash: number[]): void {
    this.#dash = dash;
  }
  getLineDash(): number[] {
    return this.#dash;
  }

  beginPath(): void {
    this.#path = "";
  }
  moveTo(x: number, y: number): void {
    this.#pen = this.#at(x, y);
    this.#path += `M${this.#pen.x} ${this.#pen.y}`;
  }
  lineTo(x: number, y: number): void {
    if (this.#path === "") return this.moveTo(x, y);
    const to = this.#at(x, y);
    const [dx, dy] = [short(to.x - this.#pen.x), short(to.y - this.#pen.y)];
    this.#pen = to;
    if (dx === 0 && dy === 0) return;
    this.#path += dy === 0 ? `h${dx}` : dx === 0 ? `v${dy}` : `l${dx} ${dy}`;
  }
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    const [a, b, to] = [this.#at(x1, y1), this.#at(x2, y2), this.#at(x, y)];
    this.#path += `C${a.x} ${a.y} ${b.x} ${b.y} ${to.x} ${to.y}`;
    this.#pen = to;
  }
  /** Only whole circles are drawn: the dots of points. */
  arc(x: number, y: number, radius: number): void {
    const { x: cx, y: cy } = this.#at(x, y);
    const r = short(radius);
    this.#path += `M${short(cx - r)} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
  }
  rect(x: number, y: number, width: number, height: number): void {
    const from = this.#at(x, y);
    this.#path += `M${from.x} ${from.y}h${short(width)}v${short(height)}h${short(-width)}z`;
  }
  closePath(): void {
    if (this.#path !== "" && !this.#path.endsWith("z")) this.#path += "z";
  }
  stroke(): void {
    if (this.#path === "" || this.lineWidth === 0 || isClear(this.strokeStyle)) return;
    const dash = this.#dash.length > 0 ? ` stroke-dasharray="${this.#dash.join(" ")}"` : "";
    const width = this.lineWidth === 1 ? "" : ` stroke-width="${short(this.lineWidth)}"`;
    const look = ` stroke="${this.strokeStyle}"${width}${dash}`;
    const last = this.#elements[this.#elements.length - 1];
    // What was filled just now gets its edge, and is written once.
    if (last?.d === this.#path && !last.open.includes(" stroke=")) last.open += look;
    else this.#draw(`<path fill="none"${look}`);
  }
  fill(): void {
    if (this.#path !== "" && !isClear(this.fillStyle)) this.#draw(`<path fill="${this.fillStyle}"`);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.stroke();
  }

  measureText(text: string): { width: number } {
    return { width: this.#measure(text, this.font) };
  }
  fillText(text: string, x: number, y: number): void {
    if (text === "" || isClear(this.fillStyle)) return;
    const size = Number(/([\d.]+)px/u.exec(this.font)?.[1] ?? 10);
    const weight = /\b([5-9]00|bold)\b/u.exec(this.font)?.[1];
    // Distances from the wanted line of Golos Text to its baseline, in parts of the type size.
    const drop = { top: 0.82, middle: 0.35, bottom: -0.22, alphabetic: 0 }[this.textBaseline] ?? 0;
    const anchor = { center: "middle", right: "end", end: "end" }[this.textAlign];
    const at = this.#at(x, y + drop * size);
    const halo =
      this.#halo?.text === text
        ? ` stroke="${this.#halo.colour}" stroke-width="${short(this.#halo.width)}" stroke-linejoin="round" paint-order="stroke"`
        : "";
    this.#halo = null;
    const open = `<text x="${at.x}" y="${at.y}" font-size="${size}" fill="${this.fillStyle}"${anchor ? ` text-anchor="${anchor}"` : ""}${weight ? ` font-weight="${weight}"` : ""}${halo}>`;
    this.#elements.push({ open, d: null, close: `${escaped(text)}</text>` });
  }
  /** The ground around a text, so that it can be read on a line: drawn with the text that follows. */
  strokeText(text: string): void {
    this.#halo = { text, colour: String(this.strokeStyle), width: this.lineWidth };
  }

  #at(x: number, y: number): { x: number; y: number } {
    return { x: short(x + this.#offset.x), y: short(y + this.#offset.y) };
  }
  /** Adds the path; one more of the same look joins the one before it. */
  #draw(open: string): void {
    const last = this.#elements[this.#elements.length - 1];
    if (last && last.d !== null && last.open === open) last.d += this.#path;
    else this.#elements.push({ open, d: this.#path, close: "" });
  }
}

const short = (value: number): number => Math.round(value * 10) / 10;
const isClear = (colour: string): boolean => colour === "transparent" || colour === "rgba(0,0,0,0)" || colour === "";
const escaped = (text: string): string => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");
