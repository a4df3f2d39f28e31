import { crossingAddress, type Crossing, subjectOfCrossing } from "../model/crossings.ts";
import type { Telling } from "../words/telling.ts";
import { keyFigures, type KeyFigure } from "./keyFigures.ts";
import { outcomeParts, type OutcomePart } from "./outcomeParts.ts";

/** What people of a place wrote on one topic, as it stands in the frame of the place: it has no page for frames of its own. */
export interface EmbedCrossing {
  topic: string;
  name: string;
  /** Address of its page in the portal. */
  address: string;
  figures: KeyFigure[];
  outcomes: OutcomePart[] | null;
}

/** Id of the part that shows the figures of a topic in the frame of a place. */
export const topicPart = (topic: string): string => `topic-${topic}`;
/** The same of the outcomes. */
export const topicOutcomesPart = (topic: string): string => `topic-${topic}-outcomes`;

/** The topics of a place of which figures are told. */
export function embedCrossings(telling: Telling, place: string, crossings: readonly Crossing[]): EmbedCrossing[] {
  return crossings.flatMap((crossing) => {
    const slice = crossing.place === place ? subjectOfCrossing(crossing)?.periods.year : undefined;
    if (slice === undefined) return [];
    return [
      {
        topic: crossing.topic,
        name: telling.names.topic(crossing.topic),
        address: crossingAddress(crossing),
        figures: keyFigures(telling, slice),
        outcomes: outcomeParts(telling, slice.measures),
      },
    ];
  });
}
