import { type Row } from "./byHand.ts";

/** The numbers in the texts of a press kit, counted again from the published tables alone. */

export interface KitTables {
  appeals: readonly Row[];
  /** Of the edition: what changed since the one before. */
  changes: readonly Row[];
  /** The row of the subject over all channels and the year, of agencies.csv or region.csv. */
  figures: Row;
  /** The names of all topics, and those of an appeal: of its own and of the ones above it. */
  topics: readonly string[];
  topicsOf: (appeal: Row) => ReadonlySet<string>;
  /** Of a withdrawn appeal no agency is told: only the region's number can be counted again. */
  countsWithdrawn: boolean;
}

const spaces = /[\u00a0\u202f]/gu;
const numberIn = (text: string | undefined): number => Number(text?.replaceAll(/[\s,]/gu, ""));
const number = String.raw`(\d{1,3}(?:[ ,]\d{3})*)`;

const patterns = {
  ru: {
    received: new RegExp(`: с [^:]* по [^:]* поступило ${number} обращени`, "gu"),
    open: new RegExp(`не закрыто ${number}(?:; вместе с поступившими раньше, начиная с [^,]*, — ${number})?\\.`, "u"),
    compared: new RegExp(`поступило ${number} обращени[^ ]+, в те же дни годом раньше — ${number}\\.`, "u"),
    unanswered: new RegExp(`Ещё ${number} из них закрыто без ответа`, "u"),
    withoutSubstance: new RegExp(`Таких обращений ${number}\\.`, "u"),
    channels: /^По путям: (.*)\.$/mu,
    channel: { social: "социальные сети", letter: "письма", portal: "портал обращений", phone: "телефон" },
    topic: (name: string) => new RegExp(`«${name}» — ${number} обращени[^ ]+ \\((\\d+(?:,\\d)?) %\\)`, "u"),
    added: new RegExp(`добавилось ${number} обращени`, "u"),
    changed: /^С прежними обращениями с тех пор: (.*)\.$/mu,
    kinds: {
      answered: "дан первый ответ",
      closed: "закрыты",
      reopened: "открыты снова",
      withdrawn: "исключены из данных",
    },
    vanished: new RegExp(`Ещё ${number} обращени[^ ]+ нет в новой`, "u"),
    pair: " — ",
  },
  en: {
    received: new RegExp(`: from [^:]* to [^:]*, ${number} appeals? came in`, "gu"),
    open: new RegExp(
      `then, still open on [^:]*: ${number}(?:; with those that came in earlier, from [^:]* on: ${number})?\\.`,
      "u",
    ),
    compared: new RegExp(`, ${number} appeals? came in; in the same days a year before, ${number}\\.`, "u"),
    unanswered: new RegExp(`Closed without a reply[^:]*: another ${number}`, "u"),
    withoutSubstance: new RegExp(`Such appeals: ${number}\\.`, "u"),
    channels: /^By channel: (.*)\.$/mu,
    channel: { social: "social networks", letter: "letters", portal: "appeals portal", phone: "phone" },
    topic: (name: string) => new RegExp(`[:,] ${name}: ${number} appeals? \\((\\d+(?:\\.\\d)?)%\\)`, "u"),
    added: new RegExp(`New since the edition of [^:]+: ${number} appeal`, "u"),
    changed: /^Earlier appeals since then: (.*)\.$/mu,
    kinds: {
      answered: "first reply given",
      closed: "closed",
      reopened: "reopened",
      withdrawn: "taken out of the data",
    },
    vanished: new RegExp(`gives no reason, and still counted: ${number} appeal`, "u"),
    pair: ": ",
  },
} as const;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** A number that a text states, with what it is of, and the same counted again. */
export interface Stated {
  what: string;
  stated: number;
  counted: number;
}

/** Every number of a kit that the tables can give. @param text as it stands in the archive */
export function statedNumbers(text: string, language: "ru" | "en", tables: KitTables): Stated[] {
  const { appeals, changes, figures, topics, topicsOf, countsWithdrawn } = tables;
  const say = patterns[language];
  const plain = text.replaceAll(spaces, " ").replaceAll("\r\n", "\n");
  const own = appeals.filter((row) => {
    const day = row["received"]!.slice(0, 10);
    return day >= figures["from"]! && day <= figures["to"]!;
  });
  const found: Stated[] = [];
  const add = (what: string, stated: number, counted: number): void => {
    found.push({ what, stated, counted });
  };
  for (const [, n] of plain.matchAll(say.received)) add("received", numberIn(n), own.length);
  const isOpen = (row: Row): boolean => row["outcome"] === "open";
  const [, open, all] = say.open.exec(plain) ?? [];
  if (open !== undefined) {
    add("open", numberIn(open), Number(figures["open"]));
    add("open, counted", numberIn(open), own.filter(isOpen).length);
  }
  if (all !== undefined) add("open with earlier ones", numberIn(all), appeals.filter(isOpen).length);
  const [, now, before] = say.compared.exec(plain) ?? [];
  if (now !== undefined) {
    const inMonths = (months: readonly string[]): number =>
      appeals.filter((row) => months.includes(row["received"]!.slice(0, 7))).length;
    add("months compared", numberIn(now), inMonths(["2026-09", "2026-10"]));
    add("the same a year before", numberIn(before), inMonths(["2025-09", "2025-10"]));
  }
  for (const part of say.channels.exec(plain)?.[1]?.split("; ") ?? []) {
    const at = part.lastIndexOf(say.pair);
    const [name, n] = [part.slice(0, at), part.slice(at + say.pair.length)];
    const code = Object.entries(say.channel).find(([, told]) => told === name.toLowerCase())?.[0] ?? name;
    add(`channel ${name}`, numberIn(n), own.filter((row) => row["channel"] === code).length);
  }
  for (const name of topics) {
    const [, n, share] = say.topic(escaped(name.replaceAll(spaces, " "))).exec(plain) ?? [];
    if (n === undefined) continue;
    const counted = own.filter((row) => topicsOf(row).has(name)).length;
    add(`topic ${name}`, numberIn(n), counted);
    add(`share of ${name}`, Number(share!.replace(",", ".")), Math.round((counted / own.length) * 1000) / 10);
  }
  // Of the channel that most came by: those to whom nobody will reply any more, and those closed without an answer in substance.
  const byChannel = [...Map.groupBy(own, (row) => row["channel"]).values()];
  const largest = byChannel.reduce<readonly Row[]>((most, rows) => (rows.length > most.length ? rows : most), []);
  // Dates rounded to the week count where most are such.
  const exact = largest.filter((row) => row["dates_to_week"] !== "yes");
  const takenUp = exact.length * 2 <= largest.length ? largest : exact;
  const without = say.unanswered.exec(plain)?.[1];
  if (without !== undefined)
    add("without a reply", numberIn(without), takenUp.filter((row) => row["first_reply_state"] === "never").length);
  const never = say.withoutSubstance.exec(plain)?.[1];
  if (never !== undefined) {
    const inSubstance = byChannel.map((rows) => rows.filter((row) => row["dates_to_week"] !== "yes"));
    const isTold = inSubstance.some(
      (rows) => rows.filter((row) => row["in_substance_state"] === "never").length === numberIn(never),
    );
    add(`closed without an answer in substance: ${never}`, 1, isTold ? 1 : 0);
  }
  const changed = (kind: string): number => changes.filter((row) => row["change"] === kind).length;
  const added = say.added.exec(plain)?.[1];
  if (added !== undefined) add("new", numberIn(added), changed("new"));
  const vanished = say.vanished.exec(plain)?.[1];
  if (vanished !== undefined) add("vanished", numberIn(vanished), changed("vanished"));
  for (const part of say.changed.exec(plain)?.[1]?.split(", ") ?? []) {
    const at = part.lastIndexOf(say.pair);
    const kind = Object.entries(say.kinds).find(([, told]) => told === part.slice(0, at))?.[0];
    if (kind !== undefined && (kind !== "withdrawn" || countsWithdrawn))
      add(kind, numberIn(part.slice(at + say.pair.length)), changed(kind));
  }
  return found;
}
