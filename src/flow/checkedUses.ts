import type { Finding } from "../model/finding.ts";
import type { Use } from "../model/use.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { cleaningRules, detectionUnder } from "../privacy/cleaningRules.ts";
import { personalIn } from "../privacy/labelNames.ts";
import { NO_PLACE_NAMES, withPortalNames } from "../privacy/placeNames.ts";
import { type Settings, usesFile } from "../settings/readSettings.ts";

/** Uses that may be published, and what is wrong with the others. */
export interface CheckedUses {
  uses: Use[];
  findings: Finding[];
}

/** The words of a use that somebody of the portal wrote down: whoever is named there is named on purpose, once they have passed. */
export const textsOfUse = ({ who, title, link, result }: Use): string[] => [who, title, link, result];

/**
 * Looks the portal's own list of uses through: a row with personal data is not published, a code that no list has is left
 * out. The newest first; of one day, in the order of the file.
 */
export function checkedUses(
  { portal, uses = [] }: Pick<Settings, "portal" | "uses">,
  vocabulary: Pick<Vocabulary, "agencies" | "topics" | "places">,
): CheckedUses {
  if (uses.length === 0) return { uses: [], findings: [] };
  const names = [...vocabulary.places, ...vocabulary.agencies].map(({ name }) => name);
  const detection = detectionUnder(cleaningRules(portal, withPortalNames(NO_PLACE_NAMES, names), ""));
  const agencies = new Set(vocabulary.agencies.map(({ code }) => code));
  const topics = new Set(vocabulary.topics.map(({ code }) => code));
  const findings: Finding[] = [];
  const told: Use[] = [];
  uses.forEach((use, index) => {
    const place = { file: usesFile, line: index + 2 };
    const personal = (["who", "title", "link", "result"] as const).filter(
      (field) => personalIn(use[field], "topics", detection).length > 0,
    );
    for (const column of personal) findings.push({ code: "USE_PERSONAL", ...place, column });
    if (personal.length > 0) return;
    const known = {
      agencies: use.agencies.filter((code) => agencies.has(code)),
      topics: use.topics.filter((code) => topics.has(code)),
    };
    for (const column of ["agencies", "topics"] as const)
      if (known[column].length < use[column].length) findings.push({ code: "USE_UNLISTED", ...place, column });
    told.push({ ...use, ...known });
  });
  return { uses: told.sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0)), findings };
}
