import { inNormByHand, type Row } from "./byHand.ts";

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
const digits = String.raw`\d{1,3}(?:[ ,]\d{3})*`;
const number = `(${digits})`;

const patterns = {
  ru: {
    received: new RegExp(`: с [^:]* по [^:]* поступило ${number} обращени`, "gu"),
    largest: new RegExp(`, больше всего — ([^:]*): ${number}\\.`, "u"),
    inTime: new RegExp(
      `Из ${number} обращени[^,]+, у которых срок прошёл и даты известны, вовремя ответили на (?:\\S+ %: на )?${number}\\.`,
      "u",
    ),
    late: new RegExp(`Вовремя не ответили на ${number}: (.*?)\\. (?:Данные|В )`, "u"),
    later: new RegExp(`на ${number} ответили позже`, "u"),
    waiting: new RegExp(`у ${number} ответа не было и на`, "u"),
    ended: new RegExp(`, ${number} (?:закрыто|отозвано)`, "u"),
    open: new RegExp(
      `на [^.]* не закрыто ${number}(?:; срок, чтобы закрыть обращение, прошёл у (${digits}|всех))?\\.`,
      "u",
    ),
    openAll: new RegExp(
      `начиная с [^,]*, не закрыто ${number}(?:, срок прошёл у (${digits})|, и у (всех) срок прошёл)?\\.`,
      "u",
    ),
    compared: new RegExp(`поступило ${number} обращени[^ ]+, в те же дни годом раньше — ${number}\\.`, "u"),
    unanswered: new RegExp(`Ещё ${number} из них закрыто без ответа`, "u"),
    withoutSubstance: new RegExp(`Таких обращений ${number} из ${number}, у которых день закрытия`, "u"),
    channels: /^По путям: (.*)\.$/mu,
    channel: { social: "социальные сети", letter: "письма", portal: "сайты и приложения", phone: "телефон" },
    inChannel: { social: "в социальных сетях", letter: "в письмах", portal: "через сайты и приложения" },
    timeInTime: {
      first_reply: new RegExp(`Вовремя ответили на \\S+ %: на ${number} из ${number}, у которых срок прошёл`, "u"),
      closing: new RegExp(`Вовремя закрыто \\S+ %: ${number} из ${number}, у которых срок прошёл`, "u"),
    },
    closed: new RegExp(` из ${number}, у которых день закрытия`, "u"),
    topic: (name: string) => new RegExp(`«${name}» — ${number} обращени[^ ]+ \\((\\d+(?:,\\d)?) %\\)`, "u"),
    added: new RegExp(`добавилось ${number} обращени`, "u"),
    changed: /^С прежними обращениями с тех пор было вот что: (.*)\.$/mu,
    kinds: {
      answered: new RegExp(`на ${number} дан первый ответ`, "u"),
      closed: new RegExp(`${number} закрыто`, "u"),
      outcome: new RegExp(`у ${number} изменён итог`, "u"),
      reopened: new RegExp(`${number} открыто снова`, "u"),
      redated: new RegExp(`у ${number} изменены даты`, "u"),
      reassigned: new RegExp(`у ${number} сменилось ведомство`, "u"),
      returned: new RegExp(`${number} снова появилось в выгрузке`, "u"),
    },
    withdrawn: new RegExp(`исключили из данных ${number} обращени`, "u"),
    vanished: new RegExp(`Ещё ${number} обращени[^ ]+ в новой выгрузке нет`, "u"),
    pair: " — ",
  },
  en: {
    received: new RegExp(`: from [^:]* to [^:]*, ${number} appeals? came in`, "gu"),
    largest: new RegExp(`, more (.*?) than in any other way: ${number}\\.`, "u"),
    inTime: new RegExp(
      `Of ${number} appeals?(?: [a-z ]+)? past the deadline and with known dates, (?:\\S+% were answered in time|answered in time): ${number}\\.`,
      "u",
    ),
    late: new RegExp(`Not answered in time: ${number}\\. Of these, (.*?)\\. (?:Data|On|By|The)`, "u"),
    later: new RegExp(`${number} got a reply later`, "u"),
    waiting: new RegExp(`${number} had none even on`, "u"),
    ended: new RegExp(`, ${number} (?:ended|were taken)`, "u"),
    open: new RegExp(
      `then, still open on [^:]*: ${number}(?:; past the deadline for closing: (${digits})|, (all) past the deadline for closing)?\\.`,
      "u",
    ),
    openAll: new RegExp(
      `earlier, from [^:]* on, still open: ${number}(?:, past the deadline: (${digits})|, (all) past the deadline)?\\.`,
      "u",
    ),
    compared: new RegExp(`, ${number} appeals? came in; in the same days a year before, ${number}\\.`, "u"),
    unanswered: new RegExp(`Closed without a reply[^:]*: another ${number}`, "u"),
    withoutSubstance: new RegExp(`Such appeals: ${number} of ${number} whose day of closing`, "u"),
    channels: /^By channel: (.*)\.$/mu,
    channel: { social: "social networks", letter: "letters", portal: "websites and apps", phone: "phone" },
    inChannel: { social: "on social networks", letter: "by letter", portal: "through websites and apps" },
    timeInTime: {
      first_reply: new RegExp(`Answered in time: \\S+%, ${number} of ${number} past the deadline`, "u"),
      closing: new RegExp(`Closed in time: \\S+%, ${number} of ${number} past the deadline`, "u"),
    },
    closed: new RegExp(` of ${number} whose day of closing`, "u"),
    topic: (name: string) => new RegExp(`[:,] ${name}: ${number} appeals? \\((\\d+(?:\\.\\d)?)%\\)`, "u"),
    added: new RegExp(`New since the edition of [^:]+: ${number} appeal`, "u"),
    changed: /^Of earlier appeals since then: (.*)\.$/mu,
    kinds: {
      answered: new RegExp(`${number} answered for the first time`, "u"),
      closed: new RegExp(`${number} closed`, "u"),
      outcome: new RegExp(`${number} with another outcome`, "u"),
      reopened: new RegExp(`${number} reopened`, "u"),
      redated: new RegExp(`${number} with changed dates`, "u"),
      reassigned: new RegExp(`${number} passed to another agency`, "u"),
      returned: new RegExp(`${number} back in the export`, "u"),
    },
    withdrawn: new RegExp(`the export does not give: ${number} appeal`, "u"),
    vanished: new RegExp(`without being taken out, and still counted: ${number} appeal`, "u"),
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
  const isOverdue = (row: Row): boolean => row["closing_deadline"] === "overdue";
  const overdue = (what: string, told: string | undefined, rows: readonly Row[]): void => {
    const counted = rows.filter(isOverdue).length;
    if (told !== undefined) add(what, /^\d/u.test(told) ? numberIn(told) : rows.filter(isOpen).length, counted);
  };
  const [, open, openLate, allLate] = say.open.exec(plain) ?? [];
  if (open !== undefined) {
    add("open", numberIn(open), Number(figures["open"]));
    add("open, counted", numberIn(open), own.filter(isOpen).length);
    overdue("open past the deadline", openLate ?? allLate, own);
    add("open past the deadline, in the table", Number(figures["open_late"]), own.filter(isOverdue).length);
  }
  const [, all, earlierLate, allEarlierLate] = say.openAll.exec(plain) ?? [];
  if (all !== undefined) {
    add("open with earlier ones", numberIn(all), appeals.filter(isOpen).length);
    overdue("with earlier ones, past the deadline", earlierLate ?? allEarlierLate, appeals);
  }
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
  const of = (state: string): readonly Row[] => exact.filter((row) => row["first_reply_state"] === state);
  const inChannel = say.largest.exec(plain)?.[2];
  if (inChannel !== undefined) add("of the largest channel", numberIn(inChannel), largest.length);
  const [, judged, kept] = say.inTime.exec(plain) ?? [];
  if (judged !== undefined) {
    const { whole, part } = inNormByHand([...largest], "first_reply");
    add("past the deadline", numberIn(judged), whole);
    add("answered in time", numberIn(kept), part);
    const [, late, parts = ""] = say.late.exec(plain) ?? [];
    if (late !== undefined) add("not answered in time", numberIn(late), whole - part);
    const isPast = (row: Row): boolean =>
      row["first_reply_norm_days"] !== "" &&
      Number(row["first_reply_followed_days"] || row["followed_days"]) >= Number(row["first_reply_norm_days"]);
    const kinds: [string, RegExp, number][] = [
      ["later", say.later, of("done").filter((row) => row["first_reply_deadline"] === "over").length],
      ["waiting past the deadline", say.waiting, of("waiting").filter(isPast).length],
      ["closed past the deadline", say.ended, of("never").filter(isPast).length],
    ];
    // Under a deadline of weeks, shares count what is told by its week as well.
    if (exact.every((row) => Number(row["first_reply_norm_days"]) < 14))
      for (const [what, pattern, counted] of kinds) {
        const n = pattern.exec(parts)?.[1];
        if (n !== undefined) add(what, numberIn(n), counted);
      }
  }
  const [, never] = say.withoutSubstance.exec(plain) ?? [];
  if (never !== undefined) {
    const inSubstance = byChannel.map((rows) => rows.filter((row) => row["dates_to_week"] !== "yes"));
    const isTold = inSubstance.some(
      (rows) => rows.filter((row) => row["in_substance_state"] === "never").length === numberIn(never),
    );
    add(`closed without an answer in substance: ${never}`, 1, isTold ? 1 : 0);
  }
  // How each channel is told of by itself, a line for each event.
  for (const line of plain.split("\n"))
    for (const [channel, where] of Object.entries(say.inChannel))
      for (const event of ["first_reply", "closing"] as const) {
        const [, part, whole] = say.timeInTime[event].exec(line) ?? [];
        if (part === undefined || !line.includes(` ${where}`)) continue;
        const rows = own.filter((row) => row["channel"] === channel);
        const counted = inNormByHand(rows, event);
        add(`${event} in time ${where}`, numberIn(part), counted.part);
        add(`${event} past the deadline ${where}`, numberIn(whole), counted.whole);
        const closed = say.closed.exec(line)?.[1];
        const dated = rows.filter((row) => row["dates_to_week"] !== "yes" && row["closing_state"] === "done");
        if (closed !== undefined) add(`closed ${where}`, numberIn(closed), dated.length);
      }
  const changed = (kind: string): number => changes.filter((row) => row["change"] === kind).length;
  const added = say.added.exec(plain)?.[1];
  if (added !== undefined) add("new", numberIn(added), changed("new"));
  const vanished = say.vanished.exec(plain)?.[1];
  if (vanished !== undefined) add("vanished", numberIn(vanished), changed("vanished"));
  const became = say.changed.exec(plain)?.[1] ?? "";
  for (const [kind, pattern] of Object.entries(say.kinds)) {
    const n = pattern.exec(became)?.[1];
    if (n !== undefined) add(kind, numberIn(n), changed(kind));
  }
  const withdrawn = say.withdrawn.exec(plain)?.[1];
  if (withdrawn !== undefined && countsWithdrawn) add("withdrawn", numberIn(withdrawn), changed("withdrawn"));
  return found;
}
