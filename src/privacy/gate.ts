import { type Appeal, type PublicAppeal } from "../model/appeal.ts";
import { BuildStop } from "../model/buildStop.ts";
import { isOwed } from "../model/events/closing.ts";
import { replyMoments, shortest } from "../model/events/firstReply.ts";
import { oldestDay } from "../model/plausibleReceipt.ts";
import { dayOfIsoDate, daysBetween, formatMoment, type Moment } from "../model/moment.ts";
import { type NormFinder } from "../model/normOfAppeal.ts";
import { type WrittenText } from "./cleaningRules.ts";
import { type CleanedText, type DoubtfulFind } from "./cleanText.ts";
import { namedElsewhere } from "./names/namedPersons.ts";

/** What the gate needs to know of the portal, and the detectors it works with. */
export interface GateContext {
  publicId: (source: string, id: string) => string;
  /** Masks personal data in a text of an appeal; counts by class. */
  clean: (written: WrittenText) => CleanedText;
  /** Codes of labels that were found to hold personal data, and the codes that replace them. */
  recode: ReadonlyMap<string, string>;
  sensitiveTopics: ReadonlySet<string>;
  norms: NormFinder;
  /** Minutes east of Greenwich at an instant, in the portal's zone. */
  offsetAt: (instant: number) => number;
  stopAbove: number;
  strict: ReadonlySet<string>;
  publishTexts: boolean;
}

/** A doubtful find that a person has to judge, with the place of its text. */
export interface FindToJudge extends DoubtfulFind {
  readonly file: string;
  readonly line: number;
  readonly field: WrittenText["field"];
  readonly source: string;
  /** The public id of its appeal. */
  readonly appeal: string;
}

const fields = ["text", "reply"] as const;

/** What the gate did, in numbers only. */
export interface GateReport {
  passed: number;
  maskedAppeals: number;
  /** Masks by class; the same by source, field and class, and by agency and class. */
  masked: Record<string, number>;
  /** How many of the masks of a class stand for a doubtful find; the others are confirmed. */
  maskedDoubtful: Record<string, number>;
  maskedByField: Record<string, Record<string, Record<string, number>>>;
  maskedByAgency: Record<string, Record<string, number>>;
  withheldTexts: number;
  /** By agency; "" where none is stated. */
  withheldByAgency: Record<string, number>;
}

/**
 * The only maker of public appeals. Everything personal that the detectors find is masked by type; texts of sensitive
 * topics are withheld; times that cannot be true are left out of the waits.
 */
export class Gate {
  readonly #context: GateContext;
  readonly #report: GateReport = {
    passed: 0,
    maskedAppeals: 0,
    masked: {},
    maskedDoubtful: {},
    maskedByField: {},
    maskedByAgency: {},
    withheldTexts: 0,
    withheldByAgency: {},
  };
  readonly #ids = new Set<string>();
  readonly #toJudge: FindToJudge[] = [];

  constructor(context: GateContext) {
    this.#context = context;
  }

  /** The texts of an appeal that will be read when it passes: none of a sensitive topic, none where no text is published. */
  textsOf(appeal: Appeal): WrittenText[] {
    const isRead = this.#context.publishTexts && !this.#context.sensitiveTopics.has(appeal.topic);
    return isRead ? writtenTexts(appeal) : [];
  }

  /** What was done so far. */
  get sofar(): Readonly<GateReport> {
    return this.#report;
  }

  /** Doubtful finds so far that nobody has judged, where the portal wants them judged. */
  get toJudge(): readonly FindToJudge[] {
    return this.#toJudge;
  }

  /**
   * Turns one appeal into its public form.
   *
   * @throws BuildStop PRIVACY_STRICT at the first find of a class that the portal is strict about; PRIVACY_LEFT where
   *   something personal would be left in a text;
   *   PUBLIC_ID_COLLISION where two appeals get one address
   */
  pass(appeal: Appeal): PublicAppeal {
    const context = this.#context;
    const id = context.publicId(appeal.source, appeal.id);
    if (context.publishTexts) {
      if (this.#ids.has(id))
        throw new BuildStop("PUBLIC_ID_COLLISION", [{ file: `${appeal.edition}/${appeal.file}`, line: appeal.line }]);
      this.#ids.add(id);
    }
    const sensitive = context.sensitiveTopics.has(appeal.topic);
    const hasText = context.publishTexts && (appeal.text !== "" || appeal.reply !== "");
    const withheld = sensitive && hasText ? "sensitive-topic" : null;
    const publish = hasText && withheld === null;
    const agency = this.#code(appeal.agency);
    const [text, reply] = publish ? this.#cleanTexts(appeal, id, agency ?? "") : [null, null];
    if (withheld) {
      this.#report.withheldTexts++;
      add(this.#report.withheldByAgency, agency ?? "", 1);
    }
    this.#report.passed++;
    const [replyNorm, closingNorm] = [context.norms.of(appeal, "first-reply"), context.norms.of(appeal, "closing")];

    const dated = withTimedEvents(appeal);

    const published = {
      id,
      source: appeal.source,
      channel: appeal.channel,
      agency,
      handedFrom: this.#code(appeal.handedFrom),
      topic: this.#code(appeal.topic),
      place: this.#code(appeal.place),
      received: this.#moment(appeal.received)!,
      registered: this.#moment(appeal.registered),
      firstReply: this.#moment(appeal.firstReply),
      closed: this.#moment(appeal.closed),
      reopened: this.#moment(appeal.reopened),
      confirmed: this.#moment(appeal.confirmed),
      outcome: appeal.outcome,
      ...(appeal.closedUndated === true && appeal.closed === null && { closedUndated: true as const }),
      ...(appeal.unread !== undefined && { unread: appeal.unread }),
      rating: appeal.rating,
      firstReplyDays: shortest(replyMoments(dated).map((reply) => wait(appeal.received, reply))),
      closingDays: wait(appeal.received, dated.closed),
      agencyFirstReplyDays: shortest(
        replyMoments(dated).map((reply) => sinceRegistration(appeal, since(appeal.registered, reply))),
      ),
      agencyClosingDays: sinceRegistration(appeal, dated.closed),
      firstReplyNorm: replyNorm?.days ?? null,
      closingNorm: closingNorm?.days ?? null,
      firstReplyRule: replyNorm?.rule ?? null,
      closingRule: closingNorm?.rule ?? null,
      text,
      reply,
      withheld,
    };
    return published as typeof published & PublicAppeal;
  }

  /**
   * What was masked and withheld, once every appeal has passed.
   *
   * @throws BuildStop PRIVACY_SHARE when more than the set share of appeals needed masking: the export is not the
   *   anonymized one it claims to be, and its source has to be mended first
   */
  finish(): GateReport {
    const report = this.#report;
    if (report.passed > 0 && report.maskedAppeals / report.passed > this.#context.stopAbove) {
      throw new BuildStop("PRIVACY_SHARE", [], {
        appeals: report.maskedAppeals,
        passed: report.passed,
        percent: percentOf(report.maskedAppeals / report.passed),
        limit: percentOf(this.#context.stopAbove),
        problems: linesByField(report.maskedByField).join("\n"),
      });
    }
    return report;
  }

  #cleanTexts(appeal: Appeal, id: string, agency: string): [string | null, string | null] {
    let masks = 0;
    const texts = writtenTexts(appeal);
    const cleaned = fields.map((field) => {
      const own = texts.find((each) => each.field === field);
      if (own === undefined) return null;
      const { text, counts, doubtful, maskedDoubtful, left } = this.#context.clean(own);
      const place = { file: `${appeal.edition}/${appeal.file}`, line: appeal.line };
      if (left.length > 0) throw new BuildStop("PRIVACY_LEFT", [place], { classes: left.join(", ") });
      for (const find of doubtful) this.#toJudge.push({ ...find, ...place, field, source: appeal.source, appeal: id });
      for (const [kind, count] of maskedDoubtful) add(this.#report.maskedDoubtful, kind, count);
      for (const [kind, count] of counts) {
        if (this.#context.strict.has(kind)) {
          throw new BuildStop("PRIVACY_STRICT", [place], { class: kind, field });
        }
        masks += count;
        add(this.#report.masked, kind, count);
        add(((this.#report.maskedByField[appeal.source] ??= {})[field] ??= {}), kind, count);
        add((this.#report.maskedByAgency[agency] ??= {}), kind, count);
      }
      return text === "" ? null : text;
    });
    if (masks > 0) this.#report.maskedAppeals++;
    return [cleaned[0] ?? null, cleaned[1] ?? null];
  }

  #code(code: string): string | null {
    return code === "" ? null : (this.#context.recode.get(code) ?? code);
  }

  #moment(moment: Moment | null): string | null {
    return moment === null
      ? null
      : formatMoment(moment, moment.instant === null ? 0 : this.#context.offsetAt(moment.instant));
  }
}

/** Each appeal is asked for its texts when they are read and when it passes. */
const written = new WeakMap<Appeal, WrittenText[]>();

/** The texts that an appeal has, each with the people whom the other one names. */
function writtenTexts(appeal: Appeal): WrittenText[] {
  const known = written.get(appeal);
  if (known !== undefined) return known;
  const texts = fields.flatMap((field) => {
    const text = appeal[field];
    if (text === "") return [];
    const named = namedElsewhere(text, appeal[field === "text" ? "reply" : "text"]);
    return [{ text, field, ...(named.length > 0 && { named }) }];
  });
  written.set(appeal, texts);
  return texts;
}

function add(counts: Record<string, number>, key: string, by: number): void {
  counts[key] = (counts[key] ?? 0) + by;
}

/** Where to look at the source, most finds first: the mapping names the column behind each field. */
function linesByField(fields: GateReport["maskedByField"]): string[] {
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);
  return Object.entries(fields)
    .flatMap(([source, byField]) =>
      Object.entries(byField).map(([field, counts]) => ({ place: `sources/${source}.yaml: ${field}`, counts })),
    )
    .sort((a, b) => sum(b.counts) - sum(a.counts) || (a.place < b.place ? -1 : 1))
    .map(
      ({ place, counts }) =>
        `${place}: ${Object.entries(counts)
          .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
          .map(([kind, count]) => `${kind} ${count}`)
          .join(", ")}`,
    );
}

/**
 * An appeal with those events alone that end a wait: none where no answer is owed, whatever dates stand beside it, and none of
 * days after its export, which took place or are on record, nobody knows when.
 */
function withTimedEvents(appeal: Appeal): Appeal {
  const exported = dayOfIsoDate(appeal.edition);
  const timed = (event: Moment | null) =>
    event === null || !isOwed(appeal.outcome) || event.day > exported ? null : event;
  return { ...appeal, firstReply: timed(appeal.firstReply), closed: timed(appeal.closed) };
}

/** Days from receipt to an event; null where it has not happened, lies before the receipt, or the receipt lies before any register. */
function wait(received: Moment, event: Moment | null): number | null {
  if (event === null || received.day < oldestDay) return null;
  const days = daysBetween(received, event);
  return days < 0 ? null : Math.round(days * 1e5) / 1e5;
}

/** An event, unless it came before another: a reply before the registration is that of another agency. */
function since(start: Moment | null, event: Moment | null): Moment | null {
  return start === null || event === null || daysBetween(start, event) < 0 ? null : event;
}

/** Days from registration to an event; null as above, and where the appeal is said to have been registered before its receipt. */
function sinceRegistration({ received, registered }: Appeal, event: Moment | null): number | null {
  return registered === null || daysBetween(received, registered) < 0 ? null : wait(registered, event);
}

/** Per cent with one decimal. */
function percentOf(share: number): number {
  return Math.round(share * 1000) / 10;
}
