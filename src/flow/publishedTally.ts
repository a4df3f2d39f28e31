import type { PublicAppeal } from "../model/appeal.ts";
import type { PrivacyFacts } from "../model/facts.ts";
import { ReadTexts } from "../privacy/readTexts.ts";
import { excerptOf } from "../words/excerptOf.ts";
import { paragraphsOf } from "../words/markup.ts";
import type { Survey } from "./surveyAppeals.ts";

/** Tells the appeals that are published from those that are taken down, and keeps what is counted of both. */
export class PublishedTally {
  /** The texts that have passed, for the last look. */
  readonly readTexts = new ReadTexts();
  /** Appeals taken down themselves, and those that are like one of them. */
  takenDown = 0;
  alike = 0;
  /** Appeals whose texts are withheld because they quote one that is taken down. */
  quoting = 0;
  readonly #survey: Pick<Survey, "down" | "quoting">;
  readonly #sizes = new Map<string, number>();

  constructor(survey: Pick<Survey, "down" | "quoting">) {
    this.#survey = survey;
  }

  /** An appeal without its texts where they quote one that is taken down: that is not to be read in the words of another. */
  unquoted(appeal: PublicAppeal): PublicAppeal {
    if (!this.#survey.quoting.has(appeal.id) || (appeal.text === null && appeal.reply === null)) return appeal;
    this.quoting++;
    return { ...appeal, text: null, reply: null, withheld: "quotation" };
  }

  /** @returns whether an appeal that has passed the gate is published */
  isPublished(appeal: PublicAppeal): boolean {
    const down = this.#survey.down.get(appeal.id);
    if (down !== undefined) {
      if (down.alike) this.alike++;
      else this.takenDown++;
      return false;
    }
    for (const text of [appeal.text, appeal.reply]) if (text !== null) this.readTexts.add(text);
    // Lists show the beginning of a text, cut in the middle of a sentence.
    if (appeal.text !== null) this.readTexts.add(excerptOf(paragraphsOf(appeal.text).join(" ")));
    const group = [appeal.topic, appeal.place, appeal.received.slice(0, 7), appeal.channel].join("\n");
    this.#sizes.set(group, (this.#sizes.get(group) ?? 0) + 1);
    return true;
  }

  /** Size of the smallest group of published appeals that a neighbour cannot tell apart, and share of appeals alone in theirs. */
  likeness(): Pick<NonNullable<PrivacyFacts["groups"]>, "smallest" | "alone"> {
    let all = 0;
    let alone = 0;
    let smallest = Infinity;
    for (const size of this.#sizes.values()) {
      all += size;
      if (size === 1) alone++;
      smallest = Math.min(smallest, size);
    }
    return all === 0 ? { smallest: 0, alone: 0 } : { smallest, alone: Math.round((1e4 * alone) / all) / 1e4 };
  }
}
