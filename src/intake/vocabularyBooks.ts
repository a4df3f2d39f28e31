import { type UnlistedTopics, withInheritedSensitivity } from "../model/sensitiveTopics.ts";
import { unowedTopics } from "../model/events/unowedTopics.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { LabelBook } from "./labelBook.ts";

/** The portal's vocabulary as the rows are read against it. One for a whole run. */
export interface Books {
  agencies: LabelBook;
  topics: LabelBook;
  places: LabelBook;
  /** Listed topics of which appeals are owed no answer. */
  unowedTopics: ReadonlySet<string>;
}

/** The labels that were met in a book each. */
export type KeptLabels = Record<"agencies" | "topics" | "places", LabelBook["kept"]>;

/** @param kept the labels of earlier editions under the same vocabulary; left out: there are none */
export function openBooks(vocabulary: Vocabulary, kept?: KeptLabels): Books {
  return {
    agencies: new LabelBook(vocabulary.agencies, kept?.agencies),
    topics: new LabelBook(vocabulary.topics, kept?.topics),
    places: new LabelBook(vocabulary.places, kept?.places),
    unowedTopics: unowedTopics(vocabulary.topics),
  };
}

const byCode = (left: { code: string }, right: { code: string }): number => (left.code < right.code ? -1 : 1);

/**
 * The vocabulary together with entries for every label that it does not list. Given entries keep their order and stand
 * first. What is sensitive is sensitive all the way down.
 */
export function completedVocabulary(given: Vocabulary, books: Books, unlisted: UnlistedTopics): Vocabulary {
  const agencies = books.agencies.newLabels.map(({ code, name }) => ({
    code,
    name,
    short: name,
    kind: "other" as const,
    aliases: [],
  }));
  const topics = books.topics.newLabels.map(({ code, parent, name }) => ({
    code,
    parent,
    name,
    sensitive: false,
    aliases: [],
  }));
  const places = books.places.newLabels.map(({ code, name }) => ({ code, parent: null, name, aliases: [] }));
  return {
    ...given,
    agencies: [...given.agencies, ...agencies.sort(byCode)],
    topics: withInheritedSensitivity(given.topics, [...given.topics, ...topics.sort(byCode)], unlisted),
    places: [...given.places, ...places.sort(byCode)],
  };
}
