import type { PastEdition } from "../model/editions.ts";

/** Where an edition has its page. */
export const editionAddress = ({ date }: Pick<PastEdition, "date">): string => `/editions/${date}/`;

/** Whether files of these editions name single appeals, as only a portal of whole appeals has them: then what is taken down leaves them, the one change they see. */
export const namesAppeals = (editions: readonly Pick<PastEdition, "files">[]): boolean =>
  editions.some(({ files }) => files.some(({ name }) => name === "changes.csv"));
