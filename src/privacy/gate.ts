import type { Appeal, PublicAppeal } from "../model/appeal.ts";
import { BuildStop } from "../model/buildStop.ts";
import { formatMoment, type Moment } from "../model/moment.ts";
import type { NormFinder } from "../model/normOfAppeal.ts";
import type { WrittenText } from "./cleaningRules.ts";
import type { CleanedText, DoubtfulFind } from "./cleanText.ts";
import { addTo, emptyGateReport, requireAnonymized, type GateReport } from "./gateReport.ts";
import { waitsOf } from "./waits.ts";
import { textFields, writtenTexts } from "./writtenTexts.ts";

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

/**
 * The only maker of public appeals. Everything personal that the detectors find is masked by type; texts of sensitive
 * topics are withheld; times that cannot be true are left out of the waits.
 */
export class Gate {
  readonly #context: GateContext;
  readonly #report = emptyGateReport();
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
      addTo(this.#report.withheldByAgency, agency ?? "", 1);
    }
    this.#report.passed++;
    const [replyNorm, closingNorm] = [context.norms.of(appeal, "first-reply"), context.norms.of(appeal, "closing")];

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
      ...(appeal.marks !== undefined && { marks: appeal.marks }),
      rating: appeal.rating,
      ...waitsOf(appeal),
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
    requireAnonymized(this.#report, this.#context.stopAbove);
    return this.#report;
  }

  #cleanTexts(appeal: Appeal, id: string, agency: string): [string | null, string | null] {
    let masks = 0;
    const texts = writtenTexts(appeal);
    const cleaned = textFields.map((field) => {
      const own = texts.find((each) => each.field === field);
      if (own === undefined) return null;
      const { text, counts, doubtful, maskedDoubtful, left } = this.#context.clean(own);
      const place = { file: `${appeal.edition}/${appeal.file}`, line: appeal.line };
      if (left.length > 0) throw new BuildStop("PRIVACY_LEFT", [place], { classes: left.join(", ") });
      for (const find of doubtful) this.#toJudge.push({ ...find, ...place, field, source: appeal.source, appeal: id });
      for (const [kind, count] of maskedDoubtful) addTo(this.#report.maskedDoubtful, kind, count);
      for (const [kind, count] of counts) {
        if (this.#context.strict.has(kind)) {
          throw new BuildStop("PRIVACY_STRICT", [place], { class: kind, field });
        }
        masks += count;
        addTo(this.#report.masked, kind, count);
        addTo(((this.#report.maskedByField[appeal.source] ??= {})[field] ??= {}), kind, count);
        addTo((this.#report.maskedByAgency[agency] ??= {}), kind, count);
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
