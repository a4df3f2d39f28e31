import { missingReasons } from "../model/figures.ts";
import type { FindingCode } from "../model/finding.ts";
import { reportWords } from "../words/reportStrings.ts";
import type { Telling } from "../words/telling.ts";

/** What became of every row that was read: a row for each file and their sum. */
export function intakeRows({ facts, voice }: Telling): { rows: string[][]; total: string[] } {
  const { files } = facts.edition;
  const sum = (field: "read" | "accepted" | "merged" | "rejected"): string =>
    voice.integer(files.reduce((total, file) => total + file[field], 0));
  return {
    rows: files.map(({ edition, file, read, accepted, merged, rejected }) => [
      voice.shortDate(edition),
      file,
      ...[read, accepted, merged, rejected].map((count) => voice.integer(count)),
    ]),
    total: [voice.t("data.total"), "", sum("read"), sum("accepted"), sum("merged"), sum("rejected")],
  };
}

/** What the build had to say about the input, the most frequent first. */
export function findingRows({ facts, voice }: Telling): string[][] {
  const { say } = reportWords(voice.language);
  return [...facts.edition.findings]
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
    .map(({ code, count }) => [`${say(`finding.${code as FindingCode}.message`)} (${code})`, voice.integer(count)]);
}

/** What was hidden in texts, by class of personal data, the most frequent first. */
export function maskRows({ facts, voice }: Telling): string[][] {
  return Object.entries(facts.edition.masked)
    .filter(([, count]) => count > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([mask, count]) => [voice.find(`mask.${mask}`) ?? mask, voice.integer(count)]);
}

/** Why a figure may have no number: the codes of the columns and of the facts, in words. */
export function reasonRows({ facts, voice }: Telling): { code: string; meaning: string }[] {
  const all = JSON.stringify(facts.subjects);
  // What does not occur need not be explained: a portal without closings has nothing to say of them.
  const occurs = (code: string): boolean =>
    code === "too-few" ||
    code === "not-computed" ||
    all.includes(code === "not-reached" ? '"state":"not-reached"' : `"reason":"${code}"`);
  const codes = (["too-few", ...missingReasons, "not-reached", "not-computed"] as const).filter(occurs);
  return codes.map((code) => ({
    code,
    meaning:
      code === "too-few"
        ? voice.t("data.reason.too-few", { shown: facts.portal.minimum.shown })
        : voice.t(`data.reason.${code}`),
  }));
}
