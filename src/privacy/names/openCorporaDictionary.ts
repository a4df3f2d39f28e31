import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { withMoreNames } from "./moreNames.ts";
import { CASE, type NameDictionary, type WordReading } from "./nameDictionary.ts";
import { payloadNumber, SEPARATOR, WordGraph, wordByte } from "./wordGraph.ts";

/** Kinds of readings, as bits per grammatical tag of the dictionary. */
const KIND = {
  name: 1,
  surname: 2,
  patronymic: 4,
  place: 8,
  organisation: 16,
  abbreviation: 32,
  common: 64,
  noun: 128,
  animate: 256,
} as const;
/** Words kept ready: a corpus repeats itself. The memory is emptied when full, so it stays flat. */
const REMEMBERED_WORDS = 300_000;
/** Suffixes of unknown words are looked up from five letters down to two. */
const LONGEST_SUFFIX = 5;

interface Tag {
  readonly kinds: number;
  readonly cases: number;
  readonly bytes: Uint8Array;
}

interface Files {
  readonly words: WordGraph;
  readonly probabilities: WordGraph;
  readonly suffixes: WordGraph;
  readonly paradigms: readonly Uint16Array[];
  readonly tags: readonly Tag[];
}

function kindsOf(tag: string): number {
  const grammemes = tag.split(/[ ,]/u);
  const has = (grammeme: string): boolean => grammemes.includes(grammeme);
  if (has("Name")) return KIND.name;
  if (has("Surn")) return KIND.surname;
  if (has("Patr")) return KIND.patronymic;
  if (has("Geox")) return KIND.place;
  if (has("Orgn") || has("Trad")) return KIND.organisation;
  if (has("Abbr")) return KIND.abbreviation;
  if (has("NOUN") && has("anim") && has("sing")) return KIND.common | KIND.noun | KIND.animate;
  return has("NOUN") || has("ADJF") || has("PRTF") ? KIND.common | KIND.noun : KIND.common;
}

function casesOf(tag: string): number {
  if (tag.includes("Fixd")) return 63;
  if (/nomn|voct/u.test(tag)) return CASE.nominative;
  if (/gent|gen2/u.test(tag)) return CASE.genitive;
  if (tag.includes("datv")) return CASE.dative;
  if (/accs|acc2/u.test(tag)) return CASE.accusative;
  if (tag.includes("ablt")) return CASE.instrumental;
  return /loct|loc2/u.test(tag) ? CASE.prepositional : 0;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => wordByte(character.charCodeAt(0)));
}

function readFiles(folder: string): Files {
  const bytes = (name: string): Uint8Array => readFileSync(join(folder, name));
  const tagNames = JSON.parse(readFileSync(join(folder, "gramtab-opencorpora-int.json"), "utf8")) as string[];
  const packed = bytes("paradigms.array");
  const numbers = new Uint16Array(packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength));
  const paradigms: Uint16Array[] = [];
  for (let index = 0, position = 1; index < (numbers[0] ?? 0); index += 1) {
    const size = numbers[position] ?? 0;
    paradigms.push(numbers.subarray(position + 1, position + 1 + size));
    position += 1 + size;
  }
  return {
    words: new WordGraph(bytes("words.dawg")),
    probabilities: new WordGraph(bytes("p_t_given_w.intdawg")),
    suffixes: new WordGraph(bytes("prediction-suffixes-0.dawg")),
    paradigms,
    tags: tagNames.map((tag) => ({ kinds: kindsOf(tag), cases: casesOf(tag), bytes: bytesOf(`:${tag}`) })),
  };
}

class OpenCorporaDictionary implements NameDictionary {
  readonly #files: Files;
  readonly #remembered = new Map<string, WordReading>();
  readonly #buffer = new Uint8Array(512);

  constructor(files: Files) {
    this.#files = files;
  }

  read(word: string): WordReading {
    const remembered = this.#remembered.get(word);
    if (remembered) return remembered;
    const looked = this.#look(word);
    // «Сёмин» is listed as «Семин»: people dot the letter where the dictionary does not.
    const reading = !looked.known && word.includes("ё") ? this.#look(word.replaceAll("ё", "е")) : looked;
    if (this.#remembered.size >= REMEMBERED_WORDS) this.#remembered.clear();
    this.#remembered.set(word, reading);
    return reading;
  }

  #tag(paradigm: number, form: number): Tag | undefined {
    const rows = this.#files.paradigms[paradigm];
    const tag = rows?.[rows.length / 3 + form];
    return tag === undefined ? undefined : this.#files.tags[tag];
  }

  /** Nodes reached by the word, «е» also standing for «ё». A word rarely has more than one or two spellings. */
  #nodes(graph: WordGraph, word: string): number[] {
    let nodes = [0];
    for (let index = 0; index < word.length && nodes.length > 0; index += 1) {
      const byte = wordByte(word.charCodeAt(index));
      if (byte === 0) return [];
      const next: number[] = [];
      for (const node of nodes) {
        const plain = graph.step(node, byte);
        if (plain >= 0) next.push(plain);
        if (byte === 0xe5) {
          const dotted = graph.step(node, 0xb8);
          if (dotted >= 0) next.push(dotted);
        }
      }
      nodes = next;
    }
    return nodes;
  }

  #payloads(graph: WordGraph, word: string): number[][] {
    return this.#nodes(graph, word).flatMap((node) => {
      const start = graph.step(node, SEPARATOR);
      return start < 0 ? [] : graph.payloads(start);
    });
  }

  #probability(word: string, tag: Tag): number {
    const length = word.length;
    if (length + tag.bytes.length > this.#buffer.length) return 0;
    for (let index = 0; index < length; index += 1) this.#buffer[index] = wordByte(word.charCodeAt(index));
    this.#buffer.set(tag.bytes, length);
    const node = this.#files.probabilities.walk(this.#buffer, length + tag.bytes.length);
    return node < 0 ? 0 : Math.max(0, this.#files.probabilities.valueAt(node)) / 1_000_000;
  }

  #look(word: string): WordReading {
    const tags = this.#payloads(this.#files.words, word).map((payload) =>
      this.#tag(payloadNumber(payload, 0), payloadNumber(payload, 1)),
    );
    let kinds = 0;
    let cases = 0;
    let common = 0;
    let total = 0;
    let commonCount = 0;
    for (const tag of tags) {
      if (!tag) continue;
      kinds |= tag.kinds;
      if ((tag.kinds & (KIND.name | KIND.surname | KIND.patronymic)) !== 0) cases |= tag.cases;
      const probability = this.#probability(word, tag);
      total += probability;
      if ((tag.kinds & KIND.common) !== 0) {
        common += probability;
        commonCount += 1;
      }
    }
    const guess = tags.length === 0 ? this.#guess(word) : NO_GUESS;
    return {
      name: (kinds & KIND.name) !== 0,
      surname: (kinds & KIND.surname) !== 0,
      patronymic: (kinds & KIND.patronymic) !== 0,
      place: (kinds & KIND.place) !== 0,
      organisation: (kinds & (KIND.organisation | KIND.abbreviation)) !== 0,
      known: tags.length > 0,
      noun: (kinds & KIND.noun) !== 0,
      animate: (kinds & KIND.animate) !== 0,
      common: total > 0 ? common / total : tags.length > 0 ? commonCount / tags.length : 0,
      guessedSurname: guess.surname,
      guessedName: guess.name,
      cases: tags.length > 0 ? cases : guess.cases,
    };
  }

  #guess(word: string): { surname: number; name: number; cases: number } {
    for (let length = Math.min(LONGEST_SUFFIX, word.length - 1); length >= 2; length -= 1) {
      const payloads = this.#payloads(this.#files.suffixes, word.slice(-length));
      let surname = 0;
      let name = 0;
      let total = 0;
      let cases = 0;
      for (const payload of payloads) {
        const tag = this.#tag(payloadNumber(payload, 1), payloadNumber(payload, 2));
        if (!tag) continue;
        const count = payloadNumber(payload, 0);
        total += count;
        if ((tag.kinds & KIND.surname) !== 0) surname += count;
        if ((tag.kinds & KIND.name) !== 0) name += count;
        if ((tag.kinds & (KIND.surname | KIND.name)) !== 0) cases |= tag.cases;
      }
      if (total > 0) return { surname: surname / total, name: name / total, cases };
    }
    return NO_GUESS;
  }
}

const NO_GUESS = { surname: 0, name: 0, cases: 0 };
let shared: NameDictionary | undefined;

/**
 * The dictionary of OpenCorpora (opencorpora.org, CC BY-SA 3.0) in the files that the npm package `az` carries.
 * Read once for the process, about 11 MB; used while building and never shipped to a reader.
 */
export function openCorporaDictionary(): NameDictionary {
  shared ??= withMoreNames(
    new OpenCorporaDictionary(
      readFiles(join(dirname(createRequire(import.meta.url).resolve("az/package.json")), "dicts")),
    ),
  );
  return shared;
}
