import type { ListedAppeal } from "../edition/listedAppeal.ts";
import { sharedNames } from "../model/sharedNames.ts";
import { appealLine, appealLinkText, type AppealLineTexts } from "./appealLine.ts";

/** The HTML of a list of appeals. Those of one topic, place, day and agency are told apart by their numbers. */
export function appealLines(appeals: readonly ListedAppeal[], texts: AppealLineTexts, level: 2 | 3): string {
  const nameOf = (appeal: ListedAppeal): string => Object.values(appealLinkText(appeal, texts)).join(" ");
  const shared = sharedNames(appeals.map(nameOf));
  return appeals.map((appeal) => appealLine(appeal, texts, level, shared.has(nameOf(appeal))).html).join("");
}
