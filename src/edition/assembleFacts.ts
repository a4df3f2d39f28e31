import { channels } from "../model/channel.ts";
import type {
  AnyFacts,
  CalendarFacts,
  Comparison,
  Definition,
  Facts,
  FileCounts,
  PrivacyFacts,
  SourceCompleteness,
  StoredFacts,
  Subject,
} from "../model/facts.ts";
import type { Finding } from "../model/finding.ts";
import type { Portal } from "../model/portal.ts";
import { withoutRepeats } from "../model/singleChannel.ts";
import type { Statement } from "../model/statement.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { shortSubject } from "./shortSubject.ts";

/** What the stages before found out, ready to be put together. */
export interface FactsParts {
  portal: Portal;
  /** Into how many bundles appeals are put; undefined: each has a page of its own. */
  bundles: number | undefined;
  editions: string[];
  files: FileCounts[];
  findings: readonly Finding[];
  sources: SourceCompleteness[];
  withdrawn: number;
  published: number;
  gate: { masked: Record<string, number>; maskedAppeals: number; withheldTexts: number };
  vocabulary: Vocabulary;
  subjects: Subject[];
  periods: Facts["periods"];
  comparisons: Comparison[];
  definitions: Definition[];
  statements: readonly Statement[];
  weeks: Facts["weeks"];
  map: Facts["map"];
  shifts: Facts["shifts"];
  uses: NonNullable<Facts["uses"]>;
  calendar: CalendarFacts | null;
  privacy: PrivacyFacts;
  takedowns: Facts["edition"]["takedowns"];
  takenBack: Facts["edition"]["takenBack"];
  translations: Facts["translations"];
  help: NonNullable<Facts["help"]>;
}

/** Puts the facts of an edition together. Only entries that some appeal uses (and their parents) stay in the vocabulary. */
export function assembleFacts(parts: FactsParts): StoredFacts {
  const {
    norms,
    privacy: _privacy,
    ids: _ids,
    idLetters: _idLetters,
    appealPages: _appealPages,
    appealBundles: _appealBundles,
    calendar: _calendar,
    workingHours: _workingHours,
    ...portal
  } = parts.portal;
  const used = (dimension: Subject["dimension"]) =>
    new Set(parts.subjects.filter((subject) => subject.dimension === dimension).map((subject) => subject.code));
  const agencies = used("agency");
  const topics = used("topic");
  const places = used("place");
  const usedChannels = used("channel");
  const subtopics = new Set(
    parts.vocabulary.topics.filter((topic) => topic.parent !== null).map((topic) => topic.code),
  );
  const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
  const parentsOfPlaces = new Set(
    parts.vocabulary.places.filter((place) => places.has(place.code)).map((place) => place.parent),
  );

  // A place that nobody has written from stands on the map, and has a name there.
  const mapped = new Set(parts.map?.figures.flatMap((figure) => figure.places.map(({ code }) => code)));

  const facts: AnyFacts = {
    schema: 1,
    portal: { ...portal, ...(parts.bundles !== undefined && { appealBundles: parts.bundles }) },
    norms,
    calendar: parts.calendar,
    edition: {
      date: parts.editions.at(-1)!,
      editions: parts.editions,
      from: parts.periods.all.from,
      to: parts.periods.all.to,
      files: parts.files,
      findings: countByCode(parts.findings),
      sources: parts.sources,
      withdrawn: parts.withdrawn,
      published: parts.published,
      masked: parts.gate.masked,
      maskedAppeals: parts.gate.maskedAppeals,
      withheldTexts: parts.gate.withheldTexts,
      privacy: parts.privacy,
      takedowns: parts.takedowns,
      takenBack: parts.takenBack,
    },
    periods: parts.periods,
    comparisons: parts.comparisons,
    definitions: parts.definitions,
    ...(parts.map && { map: parts.map }),
    ...(parts.weeks && { weeks: parts.weeks }),
    ...(parts.shifts && { shifts: parts.shifts }),
    ...(parts.uses.length > 0 && { uses: parts.uses }),
    vocabulary: {
      agencies: parts.vocabulary.agencies
        .filter((entry) => agencies.has(entry.code))
        .map(({ code, name, short, kind, aliases }) => ({ code, name, short, kind, ...told(aliases) }))
        .sort(byCode),
      topics: parts.vocabulary.topics
        .filter((entry) => topics.has(entry.code))
        .map(({ code, parent, name, sensitive, aliases }) => ({ code, parent, name, sensitive, ...told(aliases) }))
        .sort(byCode),
      places: parts.vocabulary.places
        .filter(({ code }) => places.has(code) || parentsOfPlaces.has(code) || mapped.has(code))
        .map(({ code, parent, name, population, aliases }) => ({
          code,
          parent,
          name,
          ...(population && { population }),
          ...told(aliases),
        }))
        .sort(byCode),
      channels: channels.filter((channel) => usedChannels.has(channel)),
    },
    subjects: parts.subjects.map((subject) =>
      withoutRepeats(
        shortSubject(subject, subject.dimension === "topic" && subtopics.has(subject.code), portal.minimum.shown),
      ),
    ),
    statements: parts.statements.filter(({ agency }) => agencies.has(agency)),
    translations: parts.translations,
    ...(Object.keys(parts.help).length === 0 ? {} : { help: parts.help }),
  };
  return facts as StoredFacts;
}

const told = (aliases: readonly string[]): { aliases?: string[] } =>
  aliases.length === 0 ? {} : { aliases: [...aliases] };

function countByCode(findings: readonly Finding[]): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(finding.code, (counts.get(finding.code) ?? 0) + (finding.count ?? 1));
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => (a.code < b.code ? -1 : 1));
}
