import { type Language } from "../../model/portal.ts";
import { type ListedAppeal } from "../../edition/listedAppeal.ts";
import { type Telling } from "../../words/telling.ts";
import { type Feed } from "./atomFeed.ts";
import { newestBySubject, subjectFeed, subjectFeedAddress } from "./subjectFeed.ts";

/** Where the feed of an agency stands. */
export const agencyFeedAddress = (code: string): string => subjectFeedAddress("agency", code);

/** The newest appeals of each agency. @param edition day of the newest export */
export function newestByAgency(newestFirst: readonly ListedAppeal[], edition: string): Map<string, ListedAppeal[]> {
  const noneAbove = { agencies: [], topics: [], places: [], channels: [] };
  return newestBySubject("agency", newestFirst, { edition: { date: edition }, vocabulary: noneAbove });
}

/** The newest appeals of an agency. @param textLanguage the language that appeals are written in */
export function agencyFeed(
  telling: Telling,
  code: string,
  appeals: readonly ListedAppeal[],
  textLanguage: Language,
): Feed {
  return subjectFeed(telling, "agency", code, appeals, textLanguage);
}
