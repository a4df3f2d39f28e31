// "import type": the browser reads addresses, and must not load the schemas.
import type { Language } from "../../model/portal.ts";
import type { CubeChannel, CubeIndex, CubeSubject } from "../../model/tableCube.ts";

/** What a reader wants in a table: whose figures, which, of what time, by which channel. The address holds it all. */
export interface TableChoice {
  /** The edition that the address is of; null where it names none: the newest. */
  edition: string | null;
  /** Keys of subjects, see `subjectKey`. */
  subjects: readonly string[];
  figures: readonly string[];
  /** A period, or months from one to another. */
  time: "year" | "all" | { from: string; to: string };
  channel: CubeChannel;
}

type Dimension = CubeSubject["dimension"];
const dimensions: readonly Dimension[] = ["region", "agency", "topic", "place", "channel"];

/** "agency/minobr"; of the region "region/". */
export const subjectKey = ({ dimension, code }: Pick<CubeSubject, "dimension" | "code">): string =>
  `${dimension}/${code}`;

/** A subject by the name that lists and tables of pages have for it. */
export const shortName = ({ code, names, short }: CubeSubject, language: Language): string =>
  short?.[language] ?? names[language] ?? code;

/** What stands in an address that says nothing of it. */
const usualFigures = ["received", "answered_in_norm"] as const;

const lists = (values: string | null): string[] => [...new Set((values ?? "").split(",").filter(Boolean))];

/** Reads an address; what nobody can mean is left out, so that a broken one shows what is left of it. */
export function readChoice(search: string): TableChoice {
  const asked = new URLSearchParams(search);
  const [, from, to] = /^(\d{4}-\d{2})\.\.(\d{4}-\d{2})$/u.exec(asked.get("t") ?? "") ?? [];
  return {
    edition: /^\d{4}-\d{2}-\d{2}$/u.exec(asked.get("e") ?? "")?.[0] ?? null,
    subjects: dimensions.flatMap((dimension) =>
      dimension === "region"
        ? asked.has("region")
          ? ["region/"]
          : []
        : lists(asked.get(dimension)).map((code) => subjectKey({ dimension, code })),
    ),
    figures: asked.has("f") ? lists(asked.get("f")) : usualFigures,
    time: from !== undefined && to !== undefined ? { from, to } : asked.get("t") === "all" ? "all" : "year",
    channel: (asked.get("via") ?? "all") as CubeChannel,
  };
}

/** The same choice as an address: "?agency=minobr,minzdrav&f=received&t=year&e=2026-10-31". */
export function writeChoice({ edition, subjects, figures, time, channel }: TableChoice): string {
  const query = new URLSearchParams();
  for (const dimension of dimensions) {
    const codes = subjects
      .filter((key) => key.startsWith(`${dimension}/`))
      .map((key) => key.slice(dimension.length + 1));
    if (codes.length > 0) query.set(dimension, dimension === "region" ? "yes" : codes.join(","));
  }
  query.set("f", figures.join(","));
  query.set("t", typeof time === "string" ? time : `${time.from}..${time.to}`);
  if (channel !== "all") query.set("via", channel);
  if (edition !== null) query.set("e", edition);
  return `?${query.toString().replaceAll("%2C", ",")}`;
}

/** What of a choice an edition has: subjects and figures in its order, months inside its span. */
export function choiceIn(index: CubeIndex, choice: TableChoice): TableChoice {
  const asked = { subjects: new Set(choice.subjects), figures: new Set(choice.figures) };
  return {
    edition: index.edition,
    subjects: index.subjects.map(subjectKey).filter((key) => asked.subjects.has(key)),
    figures: index.figures.filter(({ name }) => asked.figures.has(name)).map(({ name }) => name),
    time: timeIn(index, choice.time),
    channel: index.channels.includes(choice.channel) ? choice.channel : "all",
  };
}

function timeIn({ months }: CubeIndex, time: TableChoice["time"]): TableChoice["time"] {
  if (typeof time === "string") return time;
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  if (first === undefined || last === undefined) return "year";
  const inside = (month: string): string => (month < first ? first : month > last ? last : month);
  const [from, to] = [inside(time.from), inside(time.to)].sort() as [string, string];
  return { from, to };
}
