import { subjectsOf } from "../model/subjectsOfFacts.ts";
import { type CodebookKey, codebookWords } from "../words/codebookWords.ts";
import type { Telling } from "../words/telling.ts";
import type { TableCell } from "./tableCell.ts";

/** Folders of the API whose files are one subject each. */
const folders = { agencies: "agency", topics: "topic", places: "place", channels: "channel" } as const;
const whole = ["edition", "region", "vocabulary", "definitions", "comparisons"] as const;

/** The addresses of the static API with what each holds; of files by code the first one leads there. */
export function apiAddresses({ facts, voice, links }: Telling): TableCell[][] {
  const words = codebookWords(voice.language);
  const address = (path: string): string => links.shared(`/api/v1/${path}`);
  return [
    ...whole.map((name): TableCell[] => [
      { text: `${name}.json`, href: address(`${name}.json`) },
      voice.bound(words(`api.${name}`)),
    ]),
    ...(Object.entries(folders) as [keyof typeof folders, (typeof folders)[keyof typeof folders]][]).flatMap(
      ([folder, dimension]): TableCell[][] => {
        const first = subjectsOf(facts, dimension)[0];
        return [
          [{ text: `${folder}.json`, href: address(`${folder}.json`) }, voice.bound(words(`api.${folder}`))],
          ...(first === undefined
            ? []
            : [
                [
                  { text: `${folder}/{code}.json`, href: address(`${folder}/${first.code}.json`) },
                  voice.bound(words(`api.${folder}_one`)),
                ],
              ]),
        ];
      },
    ),
    [
      { text: "table/{edition}/index.json", href: address(`table/${facts.edition.date}/index.json`) },
      voice.bound(words("api.table")),
    ],
    [
      { text: "table/{edition}/{channel}/{file}.json", href: address(`table/${facts.edition.date}/all/received.json`) },
      voice.bound(words("api.table_file")),
    ],
    [{ text: "table/editions.json", href: address("table/editions.json") }, voice.bound(words("api.table_editions"))],
  ];
}

/** The same in the standard of Open311, topics first; appeals where they are published. */
export function open311Addresses({ facts, voice, links }: Telling): TableCell[][] {
  const words = codebookWords(voice.language);
  const row = (text: string, path: string, key: CodebookKey): TableCell[] => [
    { text, href: links.shared(`/open311/v2/${path}`) },
    voice.bound(words(key)),
  ];
  return [
    row("services.json", "services.json", "api.open311.services"),
    ...(facts.portal.appeals === "full"
      ? [
          row("requests.json", "requests.json", "api.open311.requests"),
          // No month is linked: of one whose appeals were all taken down there is no file.
          ["requests/{month}.json", voice.bound(words("api.open311.month"))],
          row("requests/pages.json", "requests/pages.json", "api.open311.pages"),
        ]
      : []),
  ];
}
