import type { SourceField } from "../../model/source.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import { visibleLabel } from "../label.ts";
import type { WordBook } from "../words.ts";
import { closestEntry } from "./closestEntry.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import type { GroupHeadings } from "./groupWatch.ts";
import { guessChannel, guessOutcome } from "./guessWord.ts";

/** A label of a column with its number of rows and what the portal would make of it; null: nothing yet. */
export interface InspectedLabel {
  label: string;
  count: number;
  known: string | null;
  /** Outcomes and channels that no list knows: what the word itself says, for a person to confirm; null where it says nothing. */
  guess: string | null;
}

const labelFields = ["agency", "topicGroup", "topic", "place", "outcome", "channel"] as const;

type LabelField = (typeof labelFields)[number];

/** The labels of each column of labels, those of most rows first. */
export type InspectedLabels = Partial<Record<LabelField, InspectedLabel[]>>;

/** What stands in the lists of a table, people left out, and what the portal would make of it. */
export function inspectedLabels(
  columnOf: (field: SourceField) => ColumnProfile | undefined,
  words: WordBook,
  vocabulary: Vocabulary,
  isPerson: (label: string) => boolean,
): InspectedLabels {
  const labels: InspectedLabels = {};
  for (const field of labelFields) {
    const column = columnOf(field);
    if (!column) continue;
    labels[field] = [...column.labels]
      .map(([label, count]) => ({
        label: visibleLabel(label),
        count,
        known: knownAs(field, label, words, vocabulary),
        guess: field === "outcome" ? guessOutcome(label) : field === "channel" ? guessChannel(label) : null,
      }))
      .filter(({ label }) => !isPerson(label))
      .sort((left, right) => right.count - left.count || (left.label < right.label ? -1 : 1));
  }
  return labels;
}

/** The same of headings that stand above groups of rows, in their order. */
export function headingLabels(
  field: Exclude<LabelField, "channel">,
  groups: GroupHeadings,
  words: WordBook,
  vocabulary: Vocabulary,
): InspectedLabel[] {
  return [...groups.labels].map(([label, count]) => ({
    label,
    count,
    known: knownAs(field, label, words, vocabulary),
    guess: null,
  }));
}

function knownAs(field: LabelField, label: string, words: WordBook, vocabulary: Vocabulary): string | null {
  if (field === "outcome") return words.outcomeOf(label) ?? null;
  if (field === "channel") return words.channelOf(label) ?? null;
  const list = field === "agency" ? vocabulary.agencies : field === "place" ? vocabulary.places : vocabulary.topics;
  return closestEntry(label, list);
}
