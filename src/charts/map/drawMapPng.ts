import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { type DrawnRegion, type TileRow } from "../../model/regionMap.ts";
import { canvasPng } from "../indexedPng.ts";
import { lightColour, lightPalette } from "../palette.ts";
import { pictureSize } from "../drawPng.ts";
import { linesOf } from "../linesOf.ts";
import { canvasFontFamily } from "../registerFonts.ts";
import { drawMark } from "../drawMark.ts";
import { onCanvas } from "../reusedCanvas.ts";
import { pathText } from "./pathText.ts";
import { type MapDefinition, type ToldPlace } from "./mapDefinition.ts";

const { width, height } = pictureSize;
const margin = 48;
/** Where the key stands, beside the map. */
const keyWidth = 300;
const tile = { side: 100, step: 108 };

/** Words of a picture that its map does not have. */
export interface MapPictureWords {
  /** In a demonstration: that nothing of it is true. */
  mark: string | null;
  /** Whose picture it is, of which day. */
  source: string;
  /** What hatching, an empty place and an outline mean. */
  few: string;
  noResidents: string;
  outside: string;
}

/**
 * A map as a picture for sharing: finding, what is shown, the map, its key, whose boundaries they are and the source. The same
 * map gives the same bytes.
 */
export function drawMapPng(
  map: MapDefinition,
  { shapes, tiles = [] }: { shapes?: DrawnRegion | undefined; tiles?: readonly TileRow[] | undefined },
  words: MapPictureWords,
): Buffer {
  return onCanvas(width, height, (canvas) => {
    const context = canvas.getContext("2d");
    context.fillStyle = lightColour("paper");
    context.fillRect(0, 0, width, height);
    context.textBaseline = "top";
    let top = words.mark === null ? margin : drawMark(context, words.mark, width, lightColour) + 20;
    const write = (text: string, weight: number, size: number, colour: string, room = width - 2 * margin): void => {
      context.font = `${weight} ${size}px ${canvasFontFamily}`;
      context.fillStyle = lightColour(colour);
      for (const line of linesOf(context, text, room)) {
        context.fillText(line, margin, top);
        top += size * 1.28;
      }
    };
    write(map.title, 640, 36, "ink");
    top += 6;
    write(map.subtitle, 400, 22, "ink-soft");
    const mapTop = top + 16;
    const foot = [...(map.attribution === null ? [] : [map.attribution]), words.source];
    const bottom = height - margin - foot.length * 26;
    top = bottom + 8;
    for (const line of foot) write(line, 400, 19, "ink-faint");
    const box = { left: margin, top: mapTop, width: width - 2 * margin - keyWidth, height: bottom - mapTop };
    const told = new Map(map.places.map((place) => [place.code, place]));
    if (shapes) drawShapes(context, shapes, told, box);
    else drawTiles(context, tiles, told, box);
    drawKey(context, map, words, width - margin - keyWidth + 24, mapTop + 8);
    return canvasPng(canvas, Object.values(lightPalette));
  });
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

function drawShapes(
  context: SKRSContext2D,
  { width: across, height: down, places }: DrawnRegion,
  told: ReadonlyMap<string, ToldPlace>,
  box: Box,
): void {
  const scale = Math.min(box.width / across, box.height / down);
  const left = box.left + (box.width - across * scale) / 2;
  const paths = places.flatMap((place) => {
    const own = told.get(place.code);
    if (own === undefined) return [];
    const path = new Path2D(pathText(place.rings));
    if (place.dot) path.arc(place.x, place.y, 9, 0, Math.PI * 2);
    return [{ ...place, path, own }];
  });
  context.save();
  context.translate(left, box.top);
  context.scale(scale, scale);
  for (const { path, own } of paths) fill(context, path, own.shade, 1 / scale);
  for (const { path, own } of paths) if (own.isOutside) outline(context, path, 4 / scale);
  context.restore();
  for (const { x, y, room, own } of paths) {
    context.font = `560 18px ${canvasFontFamily}`;
    if (context.measureText(own.label).width > room * scale * 1.1) continue;
    name(context, own.label, left + x * scale, box.top + y * scale);
  }
}

function drawTiles(
  context: SKRSContext2D,
  tiles: readonly TileRow[],
  told: ReadonlyMap<string, ToldPlace>,
  box: Box,
): void {
  const [first, top] = [Math.min(...tiles.map(({ column }) => column)), Math.min(...tiles.map(({ row }) => row))];
  const columns = Math.max(...tiles.map(({ column }) => column)) - first + 1;
  const rows = Math.max(...tiles.map(({ row }) => row)) - top + 1;
  const scale = Math.min(box.width / (columns * tile.step), box.height / (rows * tile.step), 1.2);
  for (const { code, row, column } of tiles) {
    const own = told.get(code);
    if (own === undefined) continue;
    const [x, y] = [box.left + (column - first) * tile.step * scale, box.top + (row - top) * tile.step * scale];
    const path = new Path2D();
    path.rect(x, y, tile.side * scale, tile.side * scale);
    fill(context, path, own.shade, 1);
    if (own.isOutside) outline(context, path, 4);
    context.font = `560 ${Math.round(17 * scale)}px ${canvasFontFamily}`;
    const label = own.label.length > 9 ? `${own.label.slice(0, 8)}.` : own.label;
    name(context, label, x + (tile.side * scale) / 2, y + (tile.side * scale) / 2);
  }
}

function fill(context: SKRSContext2D, path: Path2D, shade: ToldPlace["shade"], unit: number): void {
  context.fillStyle = lightColour(typeof shade === "number" ? `map-${shade + 1}` : "paper");
  context.fill(path, "evenodd");
  if (shade === "few") hatch(context, path, unit);
  context.strokeStyle = lightColour("ink-soft");
  context.lineWidth = unit;
  context.lineJoin = "round";
  context.stroke(path);
}

/** Slanted lines over the whole picture, seen inside the path alone. */
function hatch(context: SKRSContext2D, path: Path2D, unit: number): void {
  context.save();
  context.clip(path, "evenodd");
  context.strokeStyle = lightColour("ink-faint");
  context.lineWidth = 1.5 * unit;
  context.beginPath();
  for (let at = -height * unit; at < (width + height) * unit; at += 9 * unit) {
    context.moveTo(at, 0);
    context.lineTo(at + height * unit, height * unit);
  }
  context.stroke();
  context.restore();
}

function outline(context: SKRSContext2D, path: Path2D, lineWidth: number): void {
  context.strokeStyle = lightColour("ink");
  context.lineWidth = lineWidth;
  context.lineJoin = "round";
  context.stroke(path);
}

function name(context: SKRSContext2D, text: string, x: number, y: number): void {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeStyle = lightColour("paper");
  context.strokeText(text, x, y);
  context.fillStyle = lightColour("ink");
  context.fillText(text, x, y);
  context.textAlign = "left";
  context.textBaseline = "top";
}

function drawKey(context: SKRSContext2D, map: MapDefinition, words: MapPictureWords, left: number, from: number): void {
  const rows: { text: string; shade: ToldPlace["shade"] | "outside" }[] = [
    ...map.classes.map((text, shade) => ({ text, shade })),
    ...(map.hasFew ? [{ text: words.few, shade: "few" as const }] : []),
    ...(map.hasNoResidents ? [{ text: words.noResidents, shade: "no-residents" as const }] : []),
    ...(map.hasOutside ? [{ text: words.outside, shade: "outside" as const }] : []),
  ];
  let top = from;
  for (const { text, shade } of rows) {
    const path = new Path2D();
    path.rect(left, top, 38, 26);
    if (shade === "outside") outline(context, path, 4);
    else fill(context, path, shade, 1);
    context.font = `400 20px ${canvasFontFamily}`;
    context.fillStyle = lightColour("ink-soft");
    for (const line of linesOf(context, text, width - margin - left - 50)) {
      context.fillText(line, left + 50, top + 2);
      top += 26;
    }
    top += 14;
  }
}
