import { savedAs } from "../charts/chartFiles.ts";
import { chartSource, pictureMark, pictureName } from "../charts/pictureTexts.ts";
import type { Subject } from "../model/facts.ts";
import type { Telling } from "../words/telling.ts";

/** What a picture must say that its figure on the page does not, because the page around it does. */
export interface TakenPicture {
  /** In a demonstration: that nothing of it is true. */
  mark: string | null;
  /** Whose figures it shows; null where its title says it. */
  name: string | null;
  /** Whose data, of which day, and where it stands. */
  source: string;
  /** The name under which it is saved. */
  file: string;
}

/** @param page where the figure stands: see pageOf; id of the figure; whose figures it shows, null where its title says it */
export function takenPicture(telling: Telling, page: string, id: string, subject: Subject | null): TakenPicture {
  return {
    mark: pictureMark(telling),
    name: subject && pictureName(telling, subject),
    source: chartSource(telling, page),
    file: savedAs(page, id, "png", telling.facts.edition.date),
  };
}
