import { Document, isMap, isScalar, type Node } from "yaml";
import { type Inspection } from "./inspectFile.ts";

/** What is said beside the keys, in the language of the portal. */
export interface SourceComments {
  head: string;
  kind: string;
  ignore: string;
  /** Stands where no column of agencies was found. */
  agency: string;
  outcomes: string;
  channels: string;
}

/** More different words than this are no words for outcomes or channels. */
const mostWords = 60;

/** The description of an inspected file as it is saved in data/sources: only what it says, with comments, ready to edit. */
export function sourceAsYaml({ source, labels }: Inspection, comments: SourceComments): string {
  const { columns, ignore, missing, ...rest } = source;
  const single = Object.fromEntries(Object.entries(columns).map(([field, names]) => [field, names && names.length === 1 ? names[0] : names]));
  const document = new Document({ ...rest, columns: single, ...(ignore.length > 0 ? { ignore } : {}), ...(missing.length > 0 ? { missing } : {}) });
  document.commentBefore = ` ${comments.head}`;
  const comment = (key: string, text: string): void => {
    if (!isMap(document.contents)) return;
    const pair = document.contents.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (pair && isScalar(pair.key)) (pair.key as Node).commentBefore = ` ${text}`;
  };
  comment("kind", comments.kind);
  comment("ignore", comments.ignore);
  if (columns.agency === undefined) comment("columns", comments.agency);
  const toBeSaid = ([["outcome", "outcomes", "closed"], ["channel", "channels", "other"]] as const).flatMap(([field, key, meaning]) => {
    const unlisted = (labels[field] ?? []).filter(({ known }) => known === null).slice(0, mostWords);
    const lines = unlisted.map(({ label, count }) => `   ${JSON.stringify(label)}: ${meaning}  # ${count}`);
    return lines.length === 0 ? [] : [` ${comments[key]}\n ${key}:\n${lines.join("\n")}`];
  });
  if (toBeSaid.length > 0) document.comment = toBeSaid.join("\n\n");
  return document.toString({ lineWidth: 0 });
}
