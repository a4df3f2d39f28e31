import { agencies } from "./agencies.ts";
import { delimitedRow } from "./delimited.ts";
import { places } from "./places.ts";
import { populations } from "./populations.ts";
import { topicGroups } from "./topics.ts";

function table(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => delimitedRow(row, ",").replace("\r\n", "\n")).join("");
}

/** The vocabulary of the invented region, by file name: agencies, topics and places with the spellings the exports use. */
export function vocabularyFiles(): Readonly<Record<string, string>> {
  return {
    "agencies.csv": table([
      ["code", "name", "short", "kind", "aliases"],
      ...agencies.map((agency) => [
        agency.code,
        agency.name,
        agency.short,
        agency.kind,
        agency.aliases.filter((alias) => alias !== agency.short).join("|"),
      ]),
    ]),
    "topics.csv": table([
      ["code", "parent", "name", "sensitive", "aliases"],
      ...topicGroups.flatMap((group) => [
        [group.code, "", group.name, "", [...group.aliases, ...(group.said ?? [])].join("|")],
        ...group.topics.map((topic) => [
          topic.code,
          group.code,
          topic.name,
          topic.sensitive === true ? "yes" : "",
          [...topic.aliases, ...(topic.said ?? [])].join("|"),
        ]),
      ]),
    ]),
    "places.csv": table([
      ["code", "parent", "name", "population", "aliases"],
      ...places.map((place) => [
        place.code,
        "",
        place.name,
        String(populations[place.code] ?? ""),
        place.aliases.join("|"),
      ]),
    ]),
  };
}
