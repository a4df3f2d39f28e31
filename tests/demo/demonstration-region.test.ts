import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import iconv from "iconv-lite";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { agencies } from "../../demo/agencies.ts";
import type { Appeal, Channel } from "../../demo/appeal.ts";
import { burstReply } from "../../demo/burst.ts";
import { dayNumber, dayOf, minutesInDay } from "../../demo/calendar.ts";
import { delimitedRow } from "../../demo/delimited.ts";
import { appealsOf, editionRows, editions, exportFormats } from "../../demo/editions.ts";
import { deadlineAgencies, oneTextAgency, overwhelmedAgency, rareAgencies, silentAgency } from "../../demo/manner.ts";
import { usualCount } from "../../demo/plan.ts";
import { usualSeed } from "../../demo/seed.ts";
import { stateOn } from "../../demo/state.ts";
import { oneText } from "../../demo/texts/replies.ts";
import { topicGroups, topicOf } from "../../demo/topics.ts";
import { mapFiles } from "../../demo/boundaries.ts";
import { places } from "../../demo/places.ts";
import { vocabularyFiles } from "../../demo/vocabulary.ts";

const channels: readonly Channel[] = ["social", "letter", "portal"];
const lastEdition = editions.at(-1)!;
const yearStart = dayNumber(2025, 11, 1);

const appeals = new Map<Channel, Appeal[]>();
const rows = new Map<string, string[]>();

beforeAll(() => {
  for (const channel of channels) {
    const list = [...appealsOf(channel, { seed: usualSeed, count: usualCount })];
    appeals.set(channel, list);
    for (const appeal of list) {
      for (const { edition, row } of editionRows(appeal, exportFormats[channel])) {
        const key = `${edition}/${channel}`;
        const known = rows.get(key);
        if (known === undefined) rows.set(key, [row]);
        else known.push(row);
      }
    }
  }
});

function of(channel: Channel): Appeal[] {
  return appeals.get(channel) ?? [];
}

/** Days from receipt to closing, and whether the closing happened before the last export. */
function span(appeal: Appeal): { days: number; closed: boolean } {
  const state = stateOn(appeal, lastEdition.day)!;
  const end = state.closed ?? (lastEdition.day + 1) * minutesInDay;
  return { days: (end - state.received) / minutesInDay, closed: state.closed !== undefined };
}

/** Kaplan–Meier: the first time the share still open falls below one half. */
function medianWithOpen(list: readonly Appeal[]): number {
  const spans = list.map(span).sort((a, b) => a.days - b.days || Number(b.closed) - Number(a.closed));
  let open = 1;
  for (const [index, { days, closed }] of spans.entries()) {
    if (!closed) continue;
    open *= 1 - 1 / (spans.length - index);
    if (open < 0.5) return days;
  }
  return Infinity;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

const socialYear = (): Appeal[] => of("social").filter((appeal) => dayOf(appeal.received) >= yearStart);

describe("the figures the region was built on", () => {
  it("has a little over seven and a half thousand social messages in the last twelve months", () => {
    const kept = socialYear().filter((appeal) => !stateOn(appeal, lastEdition.day)!.retracted);
    expect(socialYear().length).toBeLessThan(7700);
    expect(kept.length).toBeGreaterThan(7500);
  });

  it("has topic shares of 45, 15, 13, 10 and 17 per cent, with and without the retracted", () => {
    for (const list of [socialYear(), socialYear().filter((appeal) => appeal.timeline.retracted === undefined)]) {
      const shares = topicGroups.map((group) =>
        Math.round(
          (100 * list.filter((appeal) => topicOf(appeal.topic).group.code === group.code).length) / list.length,
        ),
      );
      expect(shares).toEqual([45, 15, 13, 10, 17]);
    }
  });

  it("closes half of the social messages in one to two days, open ones counted", () => {
    const days = medianWithOpen(socialYear());
    expect(days).toBeGreaterThan(1);
    expect(days).toBeLessThan(2);
  });

  it("has about two and a half thousand letters and as many portal messages", () => {
    for (const channel of ["letter", "portal"] as const) expect(Math.abs(of(channel).length - 2500)).toBeLessThan(100);
  });

  it("has its first and last appeal inside the fourteen months", () => {
    const outside = channels
      .flatMap(of)
      .filter(({ received }) => dayOf(received) < dayNumber(2025, 9, 1) || dayOf(received) > lastEdition.day);
    expect(outside).toEqual([]);
  });
});

describe("the agencies with a story", () => {
  const byAgency = (list: readonly Appeal[]): Map<string, Appeal[]> => Map.groupBy(list, (appeal) => appeal.agency);

  it("lets the silent agency come first by closed appeals and last by unanswered ones, in every channel", () => {
    for (const channel of channels) {
      const large = [...byAgency(of(channel))].filter(([, list]) => list.length >= 30);
      const closedOnly = (list: readonly Appeal[]): number =>
        median(
          list
            .map(span)
            .filter(({ closed }) => closed)
            .map(({ days }) => days),
        );
      const silence = (list: readonly Appeal[]): number =>
        list.filter((appeal) => stateOn(appeal, lastEdition.day)!.firstReply === undefined).length / list.length;
      const fastest = large.toSorted((a, b) => closedOnly(a[1]) - closedOnly(b[1]))[0]!;
      const quietest = large.toSorted((a, b) => silence(b[1]) - silence(a[1]))[0]!;
      expect([fastest[0], quietest[0]]).toEqual([silentAgency, silentAgency]);
      expect(silence(quietest[1])).toBeGreaterThanOrEqual(0.55);
      expect(medianWithOpen(quietest[1])).toBe(Infinity);
    }
  });

  it("has one agency whose times grow from April 2026 on and whose backlog stays", () => {
    const list = byAgency(of("social")).get(overwhelmedAgency)!;
    const between = (from: number, to: number): Appeal[] =>
      list.filter(({ received }) => dayOf(received) >= from && dayOf(received) < to);
    const quarters = [
      [2026, 1],
      [2026, 4],
      [2026, 7],
    ].map(([year, month]) => medianWithOpen(between(dayNumber(year!, month!, 1), dayNumber(year!, month! + 3, 1))));
    expect(quarters[1]).toBeGreaterThan(1.5 * quarters[0]!);
    expect(quarters[2]).toBeGreaterThan(2 * quarters[1]!);
  });

  it("has one administration that sends the same text to most people on all topics", () => {
    const answered = of("social").filter((appeal) => appeal.agency === oneTextAgency && appeal.finalText !== "");
    const same = answered.filter((appeal) => appeal.finalText === oneText);
    expect(same.length / answered.length).toBeGreaterThan(0.5);
    expect(new Set(same.map(({ topic }) => topic)).size).toBeGreaterThan(10);
  });

  it("has one burst pipe about which all who asked within days were told the same", () => {
    const told = channels.flatMap((channel) => of(channel).filter(({ finalText }) => finalText === burstReply));
    expect(told.length).toBeGreaterThanOrEqual(5);
    expect(new Set(told.map(({ agency, topic, place }) => `${agency} ${topic} ${place}`)).size).toBe(1);
    const days = told.map(({ received }) => dayOf(received));
    expect(Math.max(...days) - Math.min(...days)).toBeLessThan(7);
  });

  it("has one town that suddenly writes of its water in the last two whole weeks, at least three times as often as before", () => {
    const inTown = of("social").filter(({ topic, place }) => topic === "water" && place === "zvongrad");
    const from = dayNumber(2026, 10, 12);
    const between = (first: number, until: number): number =>
      inTown.filter(({ received }) => dayOf(received) >= first && dayOf(received) < until).length;
    const usual = between(from - 91, from) / 13;
    expect(between(from, from + 14)).toBeGreaterThan(30);
    for (const week of [from, from + 7]) expect(between(week, week + 7)).toBeGreaterThan(3 * usual);
  });

  it("has two ministries whose letters leave on the last days of the norm", () => {
    for (const code of deadlineAgencies) {
      const list = of("letter").filter((appeal) => appeal.agency === code && appeal.timeline.closed !== undefined);
      const late = list.filter(({ received, timeline }) =>
        [28, 29, 30].includes(dayOf(timeline.closed!) - dayOf(received)),
      );
      expect(late.length / list.length).toBeGreaterThan(0.6);
    }
  });

  it("has four agencies with fewer than ten appeals and thirty-nine with more", () => {
    const all = channels.flatMap(of);
    const rare = agencies
      .filter(({ code }) => all.filter((appeal) => appeal.agency === code).length < 10)
      .map(({ code }) => code);
    expect(rare.toSorted()).toEqual(Object.keys(rareAgencies).toSorted());
    for (const [code, count] of Object.entries(rareAgencies))
      expect(all.filter((appeal) => appeal.agency === code)).toHaveLength(count);
  });

  it("hands over about six appeals in a hundred", () => {
    const all = channels.flatMap(of);
    const share = all.filter((appeal) => appeal.agency !== appeal.handedFrom).length / all.length;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.075);
  });
});

describe("the life of an appeal", () => {
  it("never answers before receipt, nor closes before the first reply, nor reopens before closing", () => {
    const disordered = channels
      .flatMap(of)
      .filter(({ received, timeline: { firstReply, closed, reopened, closedAgain } }) => {
        const order = [received, firstReply, closed, reopened, closedAgain].filter((minute) => minute !== undefined);
        return order.some((minute, index) => minute < (order[index - 1] ?? minute));
      });
    expect(disordered).toEqual([]);
  });

  it("has every outcome in every channel, and open appeals of all ages", () => {
    for (const channel of channels) {
      const outcomes = new Set(of(channel).map((appeal) => stateOn(appeal, lastEdition.day)!.outcome));
      expect([...outcomes].toSorted()).toEqual([
        "acted",
        "explained",
        "open",
        "planned",
        "redirected",
        "refused",
        "unanswered",
        "withdrawn",
      ]);
    }
    const open = of("social").filter((appeal) => stateOn(appeal, lastEdition.day)!.outcome === "open");
    expect(new Set(open.map(({ received }) => Math.floor(dayOf(received) / 31))).size).toBeGreaterThanOrEqual(14);
  });

  it("leaves no slot of a template unfilled and no double space in any text", () => {
    const texts = channels
      .flatMap(of)
      .flatMap((appeal) => [appeal.text, appeal.firstText, appeal.finalText, appeal.laterText]);
    expect(
      texts.filter((text) => /[{}@&]|undefined|NaN| {2}|\.\.(?!\.)/u.test(text.replace(/\S+@pochta\.example/u, ""))),
    ).toEqual([]);
  });

  it("puts personal data of invented people into one or two texts in a hundred", () => {
    const all = channels.flatMap(of);
    const marked = all.filter(({ text }) =>
      /900|@pochta\.example|кв\. \d|\[id\d+\||Контакты|Старшая по дому —/u.test(text),
    );
    expect(marked.length / all.length).toBeGreaterThan(0.01);
    expect(marked.length / all.length).toBeLessThan(0.02);
  });
});

describe("the editions", () => {
  it("each later one brings new rows, closings, changes and retractions", () => {
    for (const [index, { day }] of editions.entries()) {
      if (index === 0) continue;
      const before = editions[index - 1]!.day;
      const pairs = of("social").map((appeal) => [stateOn(appeal, before), stateOn(appeal, day)] as const);
      const count = (
        test: (old: NonNullable<(typeof pairs)[number][0]>, now: NonNullable<(typeof pairs)[number][1]>) => boolean,
      ): number => pairs.filter(([old, now]) => old !== undefined && now !== undefined && test(old, now)).length;
      expect(pairs.filter(([old, now]) => old === undefined && now !== undefined).length).toBeGreaterThan(500);
      expect(count((old, now) => old.closed === undefined && now.closed !== undefined)).toBeGreaterThan(20);
      expect(count((old, now) => !old.retracted && now.retracted)).toBeGreaterThan(0);
      expect(count((old, now) => old.received !== now.received)).toBeGreaterThan(0);
      expect(
        count((old, now) => old.outcome !== now.outcome && old.outcome !== "open" && now.outcome !== "open"),
      ).toBeGreaterThan(0);
      expect(
        count((old, now) => now.reopened !== undefined && old.closed !== undefined && now.closed === undefined),
      ).toBeGreaterThan(0);
    }
  });

  it("are committed exactly as the generator writes them", () => {
    for (const channel of channels) {
      const format = exportFormats[channel];
      for (const { date } of editions) {
        const text =
          (format.byteOrderMark ? "\uFEFF" : "") +
          delimitedRow(format.header, format.delimiter) +
          (rows.get(`${date}/${channel}`) ?? []).join("");
        const committed = gunzipSync(readFileSync(`data/exports/${date}/${format.file}.gz`));
        expect(sha256(committed), `${date}/${format.file}`).toBe(sha256(iconv.encode(text, format.encoding)));
      }
    }
    for (const [name, content] of Object.entries(vocabularyFiles()))
      expect(readFileSync(`data/vocabulary/${name}`, "utf8")).toBe(content);
    for (const [name, content] of Object.entries(mapFiles()))
      expect(readFileSync(`data/${name}`, "utf8")).toBe(content);
  });

  it("lie beside each other without a gap: every place is drawn, and every stretch of a border belongs to one place or to two", () => {
    const { features } = JSON.parse(mapFiles()["boundaries.geojson"]!) as {
      features: {
        properties: { name: string };
        geometry: { type: string; coordinates: number[][][] & number[][][][] };
      }[];
    };
    expect(features.map(({ properties }) => properties.name)).toEqual(places.map(({ name }) => name));
    const edges = new Map<string, number>();
    for (const { geometry } of features)
      for (const ring of geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat())
        ring.slice(1).forEach((to, at) => {
          const edge = [String(to), String(ring[at])].sort().join(" ");
          edges.set(edge, (edges.get(edge) ?? 0) + 1);
        });
    const owners = [...edges.values()];
    expect(Math.max(...owners)).toBe(2);
    // The coast is shorter than all borders together.
    expect(owners.filter((count) => count === 2).length).toBeGreaterThan(owners.length / 2);
  });

  it("read back as rows of the header's length, with names that the vocabulary knows and columns that the sources name", () => {
    const vocabulary = (file: string): Set<string> =>
      new Set(
        Papa.parse<Record<string, string>>(readFileSync(`data/vocabulary/${file}`, "utf8"), {
          header: true,
          skipEmptyLines: true,
        })
          .data.flatMap(({ name = "", short = "", aliases = "", word = "" }) => [
            name,
            short,
            word,
            ...aliases.split("|"),
          ])
          .map((name) => name.toLowerCase()),
      );
    const known = {
      agency: vocabulary("agencies.csv"),
      handedFrom: vocabulary("agencies.csv"),
      topic: vocabulary("topics.csv"),
      topicGroup: vocabulary("topics.csv"),
      place: vocabulary("places.csv"),
      outcome: vocabulary("outcomes.csv"),
    };
    for (const channel of channels) {
      const format = exportFormats[channel];
      const source = parse(
        readFileSync(`data/sources/${{ social: "social", letter: "letters", portal: "portal" }[channel]}.yaml`, "utf8"),
      ) as { columns: Record<string, string>; ignore: string[]; missing: string[] };
      expect(new Set([...Object.values(source.columns), ...source.ignore])).toEqual(new Set(format.header));
      for (const { date } of editions) {
        const { data, errors } = Papa.parse<string[]>((rows.get(`${date}/${channel}`) ?? []).join(""), {
          delimiter: format.delimiter,
          skipEmptyLines: true,
        });
        expect(errors).toEqual([]);
        expect(data.filter((cells) => cells.length !== format.header.length)).toEqual([]);
        for (const [field, names] of Object.entries(known)) {
          const column = format.header.indexOf(source.columns[field] ?? "");
          const strange = data
            .map((cells) => cells[column] ?? "")
            .filter((cell) => cell !== "" && !source.missing.includes(cell) && !names.has(cell.toLowerCase()));
          expect(new Set(strange), `${channel} ${field}`).toEqual(new Set());
        }
      }
    }
  });

  it("lose no character in the letters' encoding", () => {
    for (const { date } of editions) {
      const text = (rows.get(`${date}/letter`) ?? []).join("");
      expect(iconv.decode(iconv.encode(text, "windows-1251"), "windows-1251")).toBe(text);
    }
  });

  it("are the same for the same seed, and others for another", () => {
    const first = (seed: string): string =>
      sha256([...appealsOf("portal", { seed, count: 900 })].map((appeal) => JSON.stringify(appeal)).join("\n"));
    expect(first("a")).toBe(first("a"));
    expect(first("a")).not.toBe(first("b"));
  });
});

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
