import { nameOrder } from "../../words/nameOrder.ts";
import type { EditionFigure, PastEdition, Revision } from "../../model/editions.ts";
import { plainFigureText, reasonsText } from "./plainFigureText.ts";
import type { Telling } from "../../words/telling.ts";

type Placed = Pick<EditionFigure, "agency" | "channel" | "figure">;
const isSame = (one: Placed, other: Placed) =>
  one.agency === other.agency && one.channel === other.channel && one.figure === other.figure;

/** Whether the region's figures are told by channel: with a single one there is nothing to tell apart. */
export function hasChannels({ figures }: PastEdition): boolean {
  return (
    new Set(figures.flatMap(({ agency, channel }) => (agency === "" && channel !== null ? [channel] : []))).size > 1
  );
}

/** The region's figures, each with its name and, where they are told apart, its channel. One channel would only be repeated by all together. */
function regionFigures(
  { voice, names }: Telling,
  edition: PastEdition,
  others: readonly EditionFigure[],
): { figure: EditionFigure; lead: string[] }[] {
  const told = hasChannels(edition);
  // A row that no edition has a figure for would only speak of what the exports never record.
  const isMissing = (figure: EditionFigure): boolean =>
    [
      figure,
      ...others.filter((other) => isSame(other, figure)),
      ...edition.revisions.filter((revision) => isSame(revision, figure)).map(({ now }) => now),
    ].every(({ state }) => state === "missing");
  const ofRegion = edition.figures.filter((figure) => figure.agency === "" && !isMissing(figure));
  const single = ofRegion.filter(({ channel }) => channel !== null);
  return (told || single.length === 0 ? ofRegion : single).map((figure) => ({
    figure,
    lead: [
      voice.t(`edition.value.${figure.figure}`),
      ...(told ? [figure.channel === null ? voice.t("edition.all-channels") : names.channel(figure.channel)] : []),
    ],
  }));
}

/** The region's figures as an edition published them, and what they are now, with the reasons. */
export function thenAndNow(telling: Telling, edition: PastEdition): string[][] {
  const { voice } = telling;
  return regionFigures(telling, edition, []).map(({ figure, lead }) => {
    const revision = edition.revisions.find((candidate) => isSame(candidate, figure));
    const now = revision
      ? [plainFigureText(figure.figure, revision.now, voice), reasonsText(telling, revision)]
      : [voice.t("edition.same"), ""];
    return [...lead, plainFigureText(figure.figure, figure, voice), ...now];
  });
}

/** The region's figures of an edition beside those of the edition before, each of its own twelve months. */
export function besideBefore(telling: Telling, edition: PastEdition, before: PastEdition | undefined): string[][] {
  const { voice } = telling;
  return regionFigures(telling, edition, before?.figures ?? []).map(({ figure, lead }) => {
    const earlier = before?.figures.find((candidate) => isSame(candidate, figure));
    return [
      ...lead,
      ...(before ? [earlier ? plainFigureText(figure.figure, earlier, voice) : voice.t("figure.missing")] : []),
      plainFigureText(figure.figure, figure, voice),
    ];
  });
}

/** Agencies whose receipts or share of action taken are others now: figures of all their channels together. */
export function revisedAgencies(telling: Telling, { figures, revisions }: PastEdition): string[][] {
  const { voice, names } = telling;
  const told = ["received", "resolvedStrict"] as const;
  const agencies = [
    ...new Set(
      revisions
        .filter(
          ({ agency, channel, figure }) => agency !== "" && channel === null && told.some((name) => name === figure),
        )
        .map(({ agency }) => agency),
    ),
  ];
  const arrow = (
    figure: EditionFigure["figure"],
    revision: Revision | undefined,
    published: EditionFigure | undefined,
  ) => {
    if (revision)
      return voice.t("edition.change", {
        before: plainFigureText(figure, revision.then, voice),
        after: plainFigureText(figure, revision.now, voice),
      });
    return published ? plainFigureText(figure, published, voice) : voice.t("figure.missing");
  };
  return agencies
    .map((agency) => {
      const [received, resolved] = told.map((figure) => {
        const at = { agency, channel: null, figure };
        const revision = revisions.find((candidate) => isSame(candidate, at));
        return {
          revision,
          text: arrow(
            figure,
            revision,
            figures.find((candidate) => isSame(candidate, at)),
          ),
        };
      });
      const why = resolved?.revision ?? received?.revision;
      return [
        names.agencyShort(agency),
        received?.text ?? "",
        resolved?.text ?? "",
        why ? reasonsText(telling, why) : "",
      ];
    })
    .sort(([one = ""], [other = ""]) => nameOrder(voice.language)(one, other));
}
