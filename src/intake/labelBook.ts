import { joinedRows } from "./joinedLabels.ts";
import { slugOf } from "./slug.ts";
import { spellingKey, visibleLabel } from "./label.ts";
import { ownCopy } from "./ownCopy.ts";

/** Code of a label, and whether the portal's own list has it. */
export interface Labelled {
  code: string;
  listed: boolean;
}

interface Spelling {
  answer: Labelled;
  parent: string | null;
  label: string;
  seen: number;
}

/** A label that the portal's list does not have, with the code made for it. */
export interface NewLabel {
  code: string;
  parent: string | null;
  /** The spelling that occurred most often; of equally frequent ones the first by code points. */
  name: string;
}

interface Entry {
  code: string;
  parent?: string | null;
  name: string;
  short?: string;
  aliases: string[];
}

/**
 * The labels of one list (agencies, topics or places): finds the codes of those that are listed, makes codes for the
 * others. What comes out does not depend on the order in which labels come in.
 */
export class LabelBook {
  readonly #entries: readonly Entry[];
  /** Spelling to code: of all entries, and of the entries under one parent. */
  readonly #anywhere = new Map<string, string | null>();
  readonly #under = new Map<string, string>();
  readonly #answers: Map<string, Map<string, Spelling>>;

  /** @param kept the labels of earlier editions under the same list; left out: there are none */
  constructor(entries: readonly Entry[], kept?: LabelBook["kept"]) {
    this.#entries = entries;
    this.#answers = kept ?? new Map<string, Map<string, Spelling>>();
    for (const { code, parent = null, name, short, aliases } of entries) {
      for (const spelling of new Set(
        [code, name, ...(short === undefined ? [] : [short]), ...aliases].map(spellingKey),
      )) {
        const known = this.#anywhere.get(spelling);
        // The same word for two entries finds neither, unless the parent tells them apart.
        this.#anywhere.set(spelling, known === undefined || known === code ? code : null);
        this.#under.set(`${parent ?? ""}\n${spelling}`, code);
      }
    }
  }

  get kept(): Map<string, Map<string, Spelling>> {
    return this.#answers;
  }

  /** True where the portal gave no list: then the labels of the exports are the list, and none is unlisted. */
  get empty(): boolean {
    return this.#entries.length === 0;
  }

  /** @param label a cell that is not empty @param parent code of the group it stands under, or null where none is known */
  codeOf(label: string, parent: string | null = null): Labelled {
    const group = parent ?? "";
    let spellings = this.#answers.get(group);
    if (spellings === undefined) this.#answers.set(group, (spellings = new Map<string, Spelling>()));
    let spelling = spellings.get(label);
    if (spelling === undefined) {
      const own = ownCopy(label);
      spelling = { answer: this.#find(own, parent), parent, label: visibleLabel(own), seen: 0 };
      spellings.set(own, spelling);
    }
    spelling.seen += 1;
    return spelling.answer;
  }

  #find(label: string, parent: string | null): Labelled {
    const key = spellingKey(label);
    const code = this.#under.get(`${parent ?? ""}\n${key}`) ?? this.#anywhere.get(key);
    if (code) return { code, listed: true };
    const own = slugOf(visibleLabel(label));
    if (parent === null) return { code: own, listed: false };
    const joined = own === parent ? parent : `${parent}-${own}`;
    return { code: joined.length > 120 ? slugOf(joined) : joined, listed: false };
  }

  /** How many rows name several entries in one cell. */
  get joined(): number {
    const labels = new Map<string, number>();
    for (const spellings of this.#answers.values())
      for (const { label, seen } of spellings.values()) labels.set(label, (labels.get(label) ?? 0) + seen);
    return joinedRows(labels, new Set(this.#anywhere.keys()));
  }

  /** How many different codes there are among the labels so far. */
  get size(): number {
    return new Set(
      [...this.#answers.values()].flatMap((spellings) => [...spellings.values()].map(({ answer }) => answer.code)),
    ).size;
  }

  /**
   * Codes of labels that stand alone in some rows, because these leave the group empty, and under one and the same group
   * in others: with the code that they have there. Where the groups differ, nobody knows which is meant.
   */
  get regrouped(): Map<string, string> {
    return this.#regroupedAmong(this.#unlisted());
  }

  /** The labels so far that no list had, by code; without those that are regrouped. */
  get newLabels(): NewLabel[] {
    const labels = this.#unlisted();
    const regrouped = this.#regroupedAmong(labels);
    return labels.filter(({ code }) => !regrouped.has(code)).sort((left, right) => (left.code < right.code ? -1 : 1));
  }

  #regroupedAmong(labels: readonly NewLabel[]): Map<string, string> {
    const grouped = new Map<string, string[]>();
    for (const { code, parent, name } of labels)
      if (parent !== null) grouped.set(spellingKey(name), [...(grouped.get(spellingKey(name)) ?? []), code]);
    const groups = new Set(labels.map(({ parent }) => parent));
    return new Map(
      labels.flatMap(({ code, parent, name }): [string, string][] => {
        const [only, ...others] = parent === null && !groups.has(code) ? (grouped.get(spellingKey(name)) ?? []) : [];
        return only === undefined || others.length > 0 ? [] : [[code, only]];
      }),
    );
  }

  #unlisted(): NewLabel[] {
    const byCode = new Map<string, { parent: string | null; names: Map<string, number> }>();
    const listed = new Set(this.#entries.map(({ code }) => code));
    for (const spellings of this.#answers.values()) {
      for (const { answer, parent, label, seen } of spellings.values()) {
        if (listed.has(answer.code)) continue;
        let entry = byCode.get(answer.code);
        if (entry === undefined) byCode.set(answer.code, (entry = { parent, names: new Map() }));
        // A label met with and without its group belongs to the group.
        if (parent !== null && answer.code !== parent && (entry.parent === null || parent < entry.parent))
          entry.parent = parent;
        if (answer.code === parent) entry.parent = null;
        entry.names.set(label, (entry.names.get(label) ?? 0) + seen);
      }
    }
    return [...byCode.entries()].map(([code, { parent, names }]) => {
      const [first] = [...names.entries()].sort(
        ([leftName, left], [rightName, right]) => right - left || (leftName < rightName ? -1 : 1),
      );
      return { code, parent, name: first?.[0] ?? code };
    });
  }
}

/** So many labels are no list of offices, topics or places any more, but free text. */
const mostLabels = { agencies: 2000, topics: 5000, places: 5000 };

/** The lists whose labels look like free text: very many, or nearly one for every other row. */
export function tooManyLabels(books: Record<keyof typeof mostLabels, LabelBook>, rows: number): string[] {
  const names = { agencies: "agency", topics: "topic", places: "place" };
  return (["agencies", "topics", "places"] as const)
    .filter((list) => books[list].size > mostLabels[list] || (rows >= 100 && books[list].size > rows / 2))
    .map((list) => names[list]);
}
