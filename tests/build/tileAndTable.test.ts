import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import strings from "../../src/strings/ru.json" with { type: "json" };

const site = inject("demoSite");
const channels = ["social", "letter", "portal", "phone"] as const;
const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/gu, "")
    .replaceAll("&gt;", ">")
    .trim();

/** Key figures of a page and the columns of its table of channels that tell the same. */
const columns = { answeredInNorm: strings["table.in-norm.first-reply"], silent: strings["table.silent"] };

interface Told {
  figure: string;
  channel: string;
  tile: string;
  /** What stands below the tile: numbers of which the share is made among it. */
  note: string;
  cell: string;
}

/** What a page says of one figure in a tile and in the row of the same channel; empty where it has no table of channels. */
function toldTwice(page: string): Told[] {
  const html = readFileSync(join(site, page), "utf8")
    .replaceAll(/ data-a-\w+/gu, "")
    .replaceAll("\u00a0", " ");
  const table = /<caption class="unseen">По путям обращения<\/caption>.*?<\/table>/su.exec(html)?.[0];
  if (table === undefined) return [];
  return Object.entries(columns).flatMap(([figure, column]) => {
    const tile = new RegExp(
      `#figure-${figure}">[^<]*</a></dt><dd class="value[^"]*">(.*?)</dd><dd class="note">(.*?)</dd>`,
      "su",
    ).exec(html);
    const channel = channels.find((name) => tile?.[2]!.startsWith(strings[`channel.in.${name}`]));
    if (!tile || channel === undefined) return [];
    const row = table.split("<tr ").find((one) => one.includes(`scope="row">${strings[`channel.${channel}`]}<`));
    const cell = row === undefined ? undefined : new RegExp(`data-label="${column}">(.*?)</td>`, "su").exec(row)?.[1];
    return [{ figure, channel, tile: plain(tile[1]!), note: plain(tile[2]!), cell: plain(cell ?? "no such cell") }];
  });
}

test("a page says of one figure the same in a tile and in its table of channels", () => {
  const pages = globSync("{agencies,topics,places}/*/index.html", { cwd: site }).sort();
  const told = pages.flatMap((page) => toldTwice(page).map((one) => ({ page, ...one })));
  // Of few the table tells the numbers of which the tile's share is made.
  const isSame = ({ tile, note, cell }: Told): boolean =>
    tile === cell || (/^\d+ из \d+$/u.test(cell) && note.split("; ").includes(cell));
  expect(told.filter((one) => !isSame(one))).toEqual([]);
  expect(told.some(({ tile, cell }) => tile !== cell)).toBe(true);
  expect(existsSync(join(site, "agencies/gzhi/index.html"))).toBe(true);
  expect(new Set(told.map(({ figure }) => figure))).toEqual(new Set(Object.keys(columns)));
  expect(told.length).toBeGreaterThan(100);
});
