import type { Appeal } from "../../model/appeal.ts";
import { rememberedColumns, type Remembered } from "../../model/takedown.ts";
import { type KeyedHash, keyedHash } from "./keyedHash.ts";
import { hashOfTriple, sampleLength, textTraits, triplesIn, wordsOf, type TextTraits } from "./textTraits.ts";

/**
 * How an appeal is like one that was taken down. same: it is that one, by its source and number, or
 * in another source by number, day and words. alike: it says the same, or
 * nearly. short: it says the same in so few words that only their rarity can tell. possible: it says nothing, and came from
 * the same source at the same moment about the same.
 */
export interface Likeness {
  /** Public id under which the other one was taken down. */
  readonly of: string;
  readonly how: "same" | "alike" | "short" | "possible";
}

/** What is compared of an appeal. */
export type Compared = Pick<Appeal, "source" | "id" | "channel" | "topic" | "place" | "agency" | "text" | "reply"> & {
  readonly received: Pick<Appeal["received"], "day" | "instant">;
};

/** From so many words on the same words in the same order are the same text, on whatever day it came. */
const fewestWords = 8;
/** With fewer words than this («Спасибо за ответ») a text is nobody's. */
const fewestShortWords = 4;
/** Two texts are nearly equal where this part of what one of them says is in the other, and so many triples tell it. */
const leastShared = 0.6;
const fewestShared = 8;

/**
 * Knows appeals that were taken down by more than their public ids, which depend on a key and on a number that may both be
 * replaced: by keyed hashes of number, day of receipt and text. It holds no text and no number.
 */
export class TakedownMemory {
  readonly #hash: KeyedHash;
  readonly #ids: string;
  readonly #rows: readonly Remembered[];
  readonly #byNumber = new Map<string, string>();
  readonly #byBare = new Map<string, Remembered[]>();
  readonly #byAbout = new Map<string, string>();
  readonly #byText = new Map<string, Remembered[]>();
  readonly #byTriple = new Map<string, Remembered[]>();

  /**
   * @param rows what was remembered; key: the secret it was written with; idKey: that behind the public ids, null where
   *   registry numbers are published
   */
  constructor(rows: readonly Remembered[], key: string, idKey: string | null) {
    this.#hash = keyedHash(key);
    this.#ids = this.#hash("ids", idKey ?? "registry");
    this.#rows = rows;
    for (const row of rows) {
      if (row.number !== "") this.#byNumber.set(row.number, row.id);
      if (row.bare !== "") addTo(this.#byBare, row.bare, row);
      if (row.about !== "") this.#byAbout.set(row.about, row.id);
      if (row.text !== "") addTo(this.#byText, row.text, row);
      for (const triple of triplesOf(row)) addTo(this.#byTriple, triple, row);
    }
  }

  /** The 0-based rows that were changed, written with another key, or beside which rows were struck out or put in. */
  brokenRows(): number[] {
    return this.#rows.flatMap((row, index) => (this.#sealOf(row, this.#rows.length) === row.seal ? [] : [index]));
  }

  /** False where every row was written when another key stood behind the public ids. */
  get knowsIds(): boolean {
    return this.#rows.length === 0 || this.#rows.some(({ ids }) => ids === this.#ids);
  }

  /** The takedown of the appeal with this number, under whatever public id. */
  ofNumber(source: string, id: string): string | undefined {
    return this.#byNumber.size === 0 ? undefined : this.#byNumber.get(this.#hash("number", `${source}\u0000${id}`));
  }

  /** By what the words of an appeal are remembered. */
  textOf(appeal: Compared): string {
    return this.#traitsOf(appeal).traits.text;
  }

  /** How an appeal is like one that was taken down; null where it is not. */
  likenessOf(appeal: Compared): Likeness | null {
    if (this.#rows.length === 0) return null;
    const same = this.ofNumber(appeal.source, appeal.id);
    if (same !== undefined) return { of: same, how: "same" };
    const isSameDay = ({ day }: Remembered) => day === this.#hash("day", String(appeal.received.day));
    // The same number on the same day in another source: a source that was renamed, or a register that took the appeal over.
    const moved = this.#byBare.get(this.#hash("bare", appeal.id))?.find(isSameDay);
    const { traits, isReply } = this.#traitsOf(appeal);
    if (moved) return { of: moved.id, how: moved.text !== "" && moved.text === traits.text ? "same" : "alike" };
    if (traits.words === 0) {
      const possible = this.#byAbout.get(this.#aboutOf(appeal));
      return possible === undefined ? null : { of: possible, how: "possible" };
    }
    const equal = (this.#byText.get(traits.text) ?? []).filter((row) => (row.words === "0") === isReply);
    const sameDay = equal.find(isSameDay);
    const first = sameDay ?? equal[0];
    if (first) {
      if (sameDay || (!isReply && traits.words >= fewestWords)) return { of: first.id, how: "alike" };
      if (!isReply && traits.words >= fewestShortWords) return { of: first.id, how: "short" };
      return null;
    }
    const near = isReply ? null : this.#nearlyEqual(traits);
    return near === null ? null : { of: near, how: "alike" };
  }

  /** What there is to remember of an appeal that is taken down and is not remembered in this form yet; null: nothing. */
  remember(id: string, appeal: Compared): Remembered | null {
    const { traits, isReply } = this.#traitsOf(appeal);
    const number = this.#hash("number", `${appeal.source}\u0000${appeal.id}`);
    if (
      this.#rows.some((row) => row.id === id && row.number === number && row.text === traits.text && row.about !== "")
    )
      return null;
    return this.sealed(
      {
        id,
        number,
        bare: this.#hash("bare", appeal.id),
        day: this.#hash("day", String(appeal.received.day)),
        text: traits.text,
        words: String(isReply ? 0 : traits.words),
        sketch: isReply ? "" : [...traits.sample()].join(""),
        about: this.#aboutOf(appeal),
      },
      this.#rows.length,
    );
  }

  /** A row under the present keys. @param of how many rows there are in its file: what is struck out breaks the seals of the rest */
  sealed(row: Omit<Remembered, "ids" | "seal">, of: number): Remembered {
    const under = { ...row, ids: this.#ids };
    return { ...under, seal: this.#sealOf(under, of) };
  }

  /**
   * Whether a text repeats most of one that was taken down, in however many words of its own: by the sample of its triples,
   * which are looked for among all triples of the text.
   */
  isQuotedIn(raw: string): boolean {
    if (this.#byTriple.size === 0) return false;
    const there = new Set(triplesIn(wordsOf(raw)).map((triple) => hashOfTriple(this.#hash, triple)));
    return this.#rows.some((row) => {
      const triples = triplesOf(row);
      const shared = triples.filter((triple) => there.has(triple)).length;
      return shared >= fewestShared && shared >= leastShared * triples.length;
    });
  }

  #aboutOf({ source, channel, topic, place, agency, received }: Compared): string {
    return this.#hash(
      "about",
      [source, channel, topic, place, agency, received.day, received.instant ?? ""].join("\u0000"),
    );
  }

  /**
   * Texts are compared with texts. Where the resident's is not in the export, the reply stands for the appeal; but agencies
   * reply to many in the same words, so that what the appeal is about belongs to it then.
   */
  #traitsOf({ channel, topic, place, agency, text, reply }: Compared): { traits: TextTraits; isReply: boolean } {
    const traits = textTraits(text, this.#hash);
    if (traits.words > 0) return { traits, isReply: false };
    const replied = textTraits(reply, this.#hash);
    const about =
      replied.text === "" ? "" : this.#hash("reply", [replied.text, channel, topic, place, agency].join("\u0000"));
    return { traits: { ...replied, text: about }, isReply: true };
  }

  #nearlyEqual(traits: TextTraits): string | null {
    if (this.#byTriple.size === 0 || !traits.probe().some((triple) => this.#byTriple.has(triple))) return null;
    const sample = traits.sample();
    const shared = new Map<Remembered, number[]>();
    sample.forEach((triple, at) => {
      for (const row of this.#byTriple.get(triple) ?? []) shared.set(row, [...(shared.get(row) ?? []), at]);
    });
    for (const [row, places] of shared) {
      // Samples are in one order. Up to the last triple that both have, each of them would be in the other sample, too, if
      // its text were a part of the other text.
      const [here, there] = [places.at(-1)!, triplesOf(row).indexOf(sample[places.at(-1)!]!)];
      if (places.length >= fewestShared && places.length >= leastShared * (Math.min(here, there) + 1)) return row.id;
    }
    return null;
  }

  #sealOf(row: Omit<Remembered, "seal">, of: number): string {
    // Rows of older versions were sealed without it.
    const content = rememberedColumns.flatMap((column) =>
      column === "seal" || (column === "about" && row.about === "") ? [] : [row[column]],
    );
    return this.#hash("seal", [...content, String(of)].join("\u0000"));
  }
}

function triplesOf({ sketch }: Remembered): string[] {
  return Array.from({ length: sketch.length / sampleLength }, (_, at) =>
    sketch.slice(at * sampleLength, (at + 1) * sampleLength),
  );
}

function addTo(rows: Map<string, Remembered[]>, key: string, row: Remembered): void {
  const known = rows.get(key);
  if (known) known.push(row);
  else rows.set(key, [row]);
}
