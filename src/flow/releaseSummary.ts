import type { ReportWords } from "../words/reportStrings.ts";
import type { Published } from "./publishPortal.ts";

/** What was published, in a few lines for whoever ran the command. */
export function releaseSummary(
  { facts, record, files, bytes }: Published,
  {
    site,
    name,
    isNew,
    seconds,
    key,
  }: { site: string; name: string; isNew: boolean; seconds: number; key: string | null },
  words: ReportWords,
): string {
  const shown = <Name extends string>(numbers: Record<Name, number>) =>
    Object.fromEntries(Object.entries<number>(numbers).map(([what, number]) => [what, words.number(number)]));
  const findings = Object.values(record.findings).reduce((sum, number) => sum + number, 0);
  const lines = [
    words.say("release.rows", shown(record.rows)),
    words.say("release.appeals", shown(record.appeals)),
    words.say("release.findings", { findings: words.number(findings) }),
    words.say("release.size", {
      files: words.number(files),
      megabytes: words.number(Math.ceil(bytes / 1e5) / 10),
      seconds: words.number(Math.round(seconds)),
    }),
    ...(record.appealBundles === undefined
      ? []
      : [words.say("release.bundles", { bundles: String(record.appealBundles) })]),
    key === null ? words.say("release.unsigned") : words.say("release.signed", { key }),
    // RFC 2606: nobody's portal ever stands under this name.
    ...(new URL(facts.portal.address).hostname.endsWith(".example") ? [words.say("release.sample")] : []),
  ];
  return [words.say(isNew ? "release.done" : "release.same", { site, name }), ...lines.map((line) => `  ${line}`)].join(
    "\n",
  );
}
